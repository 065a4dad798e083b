/** Orders, subscriptions, invoices and machines. */
package io.mercato.rest.cmw.order;
