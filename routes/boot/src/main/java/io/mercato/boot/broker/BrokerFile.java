package io.mercato.boot.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;

/** broker.xml of the artemis module, as the embedded broker takes it. */
final class BrokerFile {

    private BrokerFile() {}

    static FileConfiguration read() throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager files = new FileDeploymentManager("broker.xml");
        files.addDeployable(configuration);
        files.readConfiguration();
        configuration.setConfigurationFileRefreshPeriod(-1);
        return configuration;
    }

    static void move(FileConfiguration configuration, Path folder) {
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
    }
}
