/** The notifier: takes requests for e-mails from its queue, writes them, hands them to the mail server. */
package io.mercato.platform.notifier;
