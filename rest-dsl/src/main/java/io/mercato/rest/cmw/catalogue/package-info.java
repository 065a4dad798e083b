/** The REST face of the catalogue. */
package io.mercato.rest.cmw.catalogue;
