/** Bytes on their way in and out: what a client sends as a file, and what he is sent as one. */
@NullMarked
package io.mercato.domain.transfer;

import org.jspecify.annotations.NullMarked;
