/** Lifecycles as tables: (state, event) to (state, commands). */
@NullMarked
package io.mercato.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
