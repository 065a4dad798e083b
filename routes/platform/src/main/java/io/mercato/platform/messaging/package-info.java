/** The relay of the outboxes, and the kinds of transaction. */
package io.mercato.platform.messaging;
