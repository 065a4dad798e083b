/** Outbox and inbox: nothing lost, nothing doubled. */
package io.mercato.processors.messaging;
