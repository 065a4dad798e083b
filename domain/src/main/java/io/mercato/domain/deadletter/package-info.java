/** Messages that failed for good. */
@NullMarked
package io.mercato.domain.deadletter;

import org.jspecify.annotations.NullMarked;
