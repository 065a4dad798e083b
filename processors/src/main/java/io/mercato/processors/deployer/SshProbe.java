package io.mercato.processors.deployer;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Server;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks whether a machine's SSH server answers. */
@Component
public class SshProbe {
    private static final Logger LOG = LoggerFactory.getLogger(SshProbe.class);
    private static final String BANNER = "SSH-";

    private final DeployerProperties properties;

    public SshProbe(DeployerProperties properties) {
        this.properties = properties;
    }

    public boolean answers(@Variable("account") CloudAccount account, @Variable("server") Server server) {
        return answers(server.addresses().get(0), CloudAccounts.sshPort(account));
    }

    /** A connection alone is not enough: a port is open before the server behind it is ready. */
    boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) properties.answerTimeout().toMillis());
            socket.connect(new InetSocketAddress(host, port), (int)
                    properties.connectTimeout().toMillis());
            byte[] start = socket.getInputStream().readNBytes(BANNER.length());
            return new String(start, StandardCharsets.US_ASCII).equals(BANNER);
        } catch (IOException e) {
            LOG.debug("{}:{} does not answer yet: {}", host, port, e.getMessage());
            return false;
        }
    }
}
