package io.mercato.boot.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mercato.boot.PlatformProperties;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail server of somebody who has none: it takes every mail and delivers it to a page. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mercato.mail.embedded")
class MailCatcherConfiguration {

    @Bean
    MailFolder mailFolder(PlatformProperties platform, MailCatcherProperties settings) throws IOException {
        return new MailFolder(platform.folder("mail"), settings.keep());
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailCatcher(MailFolder folder, MailCatcherProperties settings) {
        GreenMail catcher = new GreenMail(new ServerSetup(settings.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        GreenMailUser everybody = new CatchingUser(CatchingUser.into(folder));
        GreenMailUser noOneMore = new CatchingUser(message -> {});
        catcher.getUserManager()
                .setMessageDeliveryHandler((message, address) ->
                        message.getToAddresses().iterator().next().equals(address) ? everybody : noOneMore);
        return catcher;
    }

    @Bean
    MailPageServer mailPageServer(MailFolder folder, MailCatcherProperties settings, ObjectMapper json)
            throws IOException {
        return new MailPageServer(folder, json, settings.pagePort());
    }
}
