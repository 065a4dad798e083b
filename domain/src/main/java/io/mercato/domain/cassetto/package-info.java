/** What cassetto decides about files: what is taken, what is refused, how images are scaled, what is removed. */
@NullMarked
package io.mercato.domain.cassetto;

import org.jspecify.annotations.NullMarked;
