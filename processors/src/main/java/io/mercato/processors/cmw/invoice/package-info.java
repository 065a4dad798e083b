/** Invoices and their numbers. */
package io.mercato.processors.cmw.invoice;
