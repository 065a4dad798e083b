/** Carts. */
package io.mercato.processors.cmw.cart;
