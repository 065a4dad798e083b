/** Carts. */
package io.mercato.rest.cmw.cart;
