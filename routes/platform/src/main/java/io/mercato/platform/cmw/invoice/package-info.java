/** Invoices and payments. */
package io.mercato.platform.cmw.invoice;
