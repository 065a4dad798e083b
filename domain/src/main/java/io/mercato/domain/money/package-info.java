/** Amounts and their rounding; no floating point. */
@NullMarked
package io.mercato.domain.money;

import org.jspecify.annotations.NullMarked;
