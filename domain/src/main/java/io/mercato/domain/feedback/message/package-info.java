/** What people tell the platform's operators, and what ticket systems answer. */
@NullMarked
package io.mercato.domain.feedback.message;

import org.jspecify.annotations.NullMarked;
