/** What other modules ask of the module identity. */
@NullMarked
package io.mercato.domain.identity.message;

import org.jspecify.annotations.NullMarked;
