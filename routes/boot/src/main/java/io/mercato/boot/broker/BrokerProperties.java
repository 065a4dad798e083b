package io.mercato.boot.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the broker and of the connections to it.
 *
 * @param embedded whether the platform runs its own broker, on the artemis module's broker.xml
 * @param tcpPort port on 127.0.0.1 of the embedded broker for other processes; 0 for none
 * @param url address of a stand-alone broker
 * @param user user name at a stand-alone broker
 * @param password password at a stand-alone broker
 * @param senderConnections size of the pool that messages are sent by
 */
@ConfigurationProperties("mercato.broker")
record BrokerProperties(
        boolean embedded, int tcpPort, String url, String user, String password, int senderConnections) {

    @Override
    public String toString() {
        return "BrokerProperties[embedded=" + embedded + ", url=" + url + ", user=" + user + "]";
    }
}
