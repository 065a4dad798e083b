/** Looking for products: {@code /product/facets}. */
package io.mercato.rest.cmw.search;
