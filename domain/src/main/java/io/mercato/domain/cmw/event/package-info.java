/** What vendors, and others outside, are told about changes: the notice, when it is tried again, how an answer is read. */
@NullMarked
package io.mercato.domain.cmw.event;

import org.jspecify.annotations.NullMarked;
