/**
 * Events for vendors, a part of cmw: recorded in the transaction that changes what they tell, claimed for delivery,
 * signed, settled. Table: {@code cmw.vendor_event}; read from {@code cmw.product} and {@code cmw.company}.
 */
package io.mercato.processors.cmw.event;
