package io.mercato.platform.notifier;

import io.mercato.processors.notifier.MailServerProperties;
import io.mercato.processors.notifier.NotifierProperties;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections to the mail server, as the settings describe them. */
@Configuration(proxyBeanMethods = false)
public class MailServer {
    /** The mail library asks for it at each message, and without its name looks through the whole class path. */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, "org.eclipse.angus.mail.util.MailStreamProvider");
        }
    }

    @Bean(destroyMethod = "close")
    KeptConnections notifierMailSender(MailServerProperties server, NotifierProperties notifier) {
        KeptConnections sender = new KeptConnections(notifier);
        sender.setProtocol(server.protocol());
        sender.setHost(server.host());
        sender.setPort(server.port());
        Properties properties = timeouts("mail." + server.protocol() + ".", notifier);
        if (!server.username().isEmpty()) {
            sender.setUsername(server.username());
            sender.setPassword(server.password());
            properties.setProperty("mail." + server.protocol() + ".auth", "true");
        }
        server.properties().forEach(properties::setProperty);
        sender.setJavaMailProperties(properties);
        return sender;
    }

    private static Properties timeouts(String prefix, NotifierProperties notifier) {
        Properties properties = new Properties();
        String silence = String.valueOf(notifier.responseTimeout().toMillis());
        properties.setProperty(
                prefix + "connectiontimeout",
                String.valueOf(notifier.connectTimeout().toMillis()));
        properties.setProperty(prefix + "timeout", silence);
        properties.setProperty(prefix + "writetimeout", silence);
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "userset", "true");
        return properties;
    }
}
