/** Orders: what may be ordered, and what becomes of it. */
@NullMarked
package io.mercato.domain.cmw.order;

import org.jspecify.annotations.NullMarked;
