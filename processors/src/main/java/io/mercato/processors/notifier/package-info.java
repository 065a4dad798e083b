/**
 * The notifier: writes the e-mails that other modules ask for, and keeps a record of what became of them. Queue: {@code
 * notifier.emails}. Tables: {@code notifier.email}, {@code notifier.inbox}.
 */
package io.mercato.processors.notifier;
