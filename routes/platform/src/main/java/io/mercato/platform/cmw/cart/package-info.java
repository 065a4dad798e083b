/** Carts. */
package io.mercato.platform.cmw.cart;
