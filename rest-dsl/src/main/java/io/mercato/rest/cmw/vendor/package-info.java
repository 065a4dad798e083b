/** The REST face of what vendors want to know of who orders. */
package io.mercato.rest.cmw.vendor;
