/** Coupons: what they grant, who makes them, and why one may not be used. */
@NullMarked
package io.mercato.domain.cmw.coupon;

import org.jspecify.annotations.NullMarked;
