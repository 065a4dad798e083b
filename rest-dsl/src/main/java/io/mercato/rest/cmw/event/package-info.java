/** Vendors' events. */
package io.mercato.rest.cmw.event;
