package io.mercato.boot.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the mail catcher; another SMTP server is named by {@code spring.mail.*}.
 *
 * @param embedded whether the platform runs its own
 * @param smtpHost where Keycloak sends its mails; 127.0.0.1 is the catcher
 * @param smtpPort port of the catcher on 127.0.0.1, and of the host above
 * @param pagePort port on 127.0.0.1 of the page that shows the mails
 * @param keep how many mails are kept; older ones are deleted
 */
@ConfigurationProperties("mercato.mail")
public record MailCatcherProperties(boolean embedded, String smtpHost, int smtpPort, int pagePort, int keep) {}
