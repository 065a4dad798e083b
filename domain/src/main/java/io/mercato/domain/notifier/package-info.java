/** What the notifier knows: the e-mails that it can write, what each of them tells, and how the brand colours them. */
@NullMarked
package io.mercato.domain.notifier;

import org.jspecify.annotations.NullMarked;
