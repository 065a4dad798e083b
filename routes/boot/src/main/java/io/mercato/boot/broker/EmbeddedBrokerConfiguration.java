package io.mercato.boot.broker;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker of somebody who has none: in this process, on the artemis module's broker.xml. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mercato.broker.embedded")
class EmbeddedBrokerConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBrokerConfiguration.class);
    private static final String USER = "mercato";
    private static final String SECRET = "broker";
    private static final AtomicInteger BROKERS = new AtomicInteger();
    private static final int MILLIS_TO_WAIT_FOR_THE_JOURNAL = 20_000;

    /** Two platforms in one process, as tests have them, do not take each other's broker for their own. */
    private final String address = "vm://" + BROKERS.getAndIncrement();

    /** Depends on the broker, so that nobody knows the way to it before it stands or after it is gone. */
    @Bean
    BrokerAccess embeddedBrokerAccess(EmbeddedActiveMQ embeddedBroker, Secrets secrets) {
        return new BrokerAccess(address, USER, secrets.get(SECRET));
    }

    @Bean(destroyMethod = "stop")
    EmbeddedActiveMQ embeddedBroker(PlatformProperties platform, BrokerProperties settings, Secrets secrets)
            throws Exception {
        Path folder = platform.folder("artemis");
        FileConfiguration configuration = BrokerFile.read();
        BrokerFile.move(configuration, folder);
        JournalChoice journal = JournalChoice.below(folder);
        configuration.setJournalType(journal.type());
        configuration.setJournalLockAcquisitionTimeout(MILLIS_TO_WAIT_FOR_THE_JOURNAL);
        configuration.clearAcceptorConfigurations();
        configuration.addAcceptorConfiguration("in-vm", address);
        if (settings.tcpPort() > 0) {
            configuration.addAcceptorConfiguration("loopback", "tcp://127.0.0.1:" + settings.tcpPort());
        }
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(security(secrets.get(SECRET)));
        broker.start();
        LOG.info("Artemis below {}: {}", folder, journal.reason());
        return broker;
    }

    private static ActiveMQJAASSecurityManager security(String password) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, password);
        users.addRole(USER, USER);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
