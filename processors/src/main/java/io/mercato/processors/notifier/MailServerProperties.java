package io.mercato.processors.notifier;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, under the names that Spring Boot gives its settings.
 *
 * @param username empty for a server that asks for none
 * @param protocol {@code smtp}, or {@code smtps} for TLS from the first byte
 * @param properties further settings of Jakarta Mail, as {@code mail.smtp.starttls.required: true}
 */
@ConfigurationProperties("spring.mail")
public record MailServerProperties(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8025") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("smtp") String protocol,
        @DefaultValue Map<String, String> properties) {

    /** Without the password: settings end in logs. */
    @Override
    public String toString() {
        return "MailServerProperties[" + protocol + "://" + host + ":" + port + "]";
    }
}
