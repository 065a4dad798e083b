/** Carts: what somebody means to order together. */
@NullMarked
package io.mercato.domain.cmw.cart;

import org.jspecify.annotations.NullMarked;
