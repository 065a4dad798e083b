/** What every message of the platform carries. */
@NullMarked
package io.mercato.domain.message;

import org.jspecify.annotations.NullMarked;
