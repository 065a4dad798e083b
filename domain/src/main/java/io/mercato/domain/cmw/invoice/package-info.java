/** Invoices: lines, tax and totals. */
@NullMarked
package io.mercato.domain.cmw.invoice;

import org.jspecify.annotations.NullMarked;
