/**
 * Dead letters: keeps what arrives in the queues {@code *.dead} with the cause of its failure, and puts it back into
 * its queue when an administrator says so. Queues: all {@code *.dead}. Schema: {@code deadletter}.
 */
package io.mercato.platform.deadletter;
