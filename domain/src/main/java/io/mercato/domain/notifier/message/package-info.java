/** Messages of the notifier. */
@NullMarked
package io.mercato.domain.notifier.message;

import org.jspecify.annotations.NullMarked;
