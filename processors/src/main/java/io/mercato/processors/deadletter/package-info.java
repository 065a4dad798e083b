/**
 * Dead letters: every message that failed for good is kept with its cause until somebody puts it back or throws it
 * away. Queues: all {@code *.dead}. Tables: {@code deadletter.dead_letter}, {@code deadletter.failure}.
 */
package io.mercato.processors.deadletter;
