/** What other modules say to cassetto, and what it says to them. */
@NullMarked
package io.mercato.domain.cassetto.message;

import org.jspecify.annotations.NullMarked;
