/** Failures that the platform foresees, and what kind each one is. */
@NullMarked
package io.mercato.domain.error;

import org.jspecify.annotations.NullMarked;
