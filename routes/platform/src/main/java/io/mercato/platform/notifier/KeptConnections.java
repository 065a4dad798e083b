package io.mercato.platform.notifier;

import io.mercato.processors.notifier.NotifierProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends over connections that stay open from one e-mail to the next. Before each e-mail the server is asked whether it
 * still listens; a connection that it has closed, or on which anything failed, is replaced.
 */
final class KeptConnections extends DefaultJavaMailSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptConnections.class);

    private final GenericObjectPool<Transport> pool;

    KeptConnections(NotifierProperties settings) {
        this.pool = new GenericObjectPool<>(new Connections(settings.mailsPerConnection()), config(settings));
    }

    private static GenericObjectPoolConfig<Transport> config(NotifierProperties settings) {
        GenericObjectPoolConfig<Transport> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(settings.connections());
        config.setMaxIdle(settings.connections());
        config.setMaxWait(settings.connectTimeout().plus(settings.responseTimeout()));
        config.setTestOnBorrow(true);
        config.setMinEvictableIdleDuration(settings.keepConnection());
        config.setTimeBetweenEvictionRuns(half(settings.keepConnection()));
        config.setNumTestsPerEvictionRun(settings.connections());
        config.setJmxEnabled(false);
        return config;
    }

    private static Duration half(Duration whole) {
        return whole.dividedBy(2);
    }

    /** What is composed and saved goes as it is. */
    @Override
    public void send(MimeMessage message) throws MessagingException {
        Transport connection = connection();
        try {
            connection.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException | RuntimeException e) {
            giveUp(connection);
            throw e;
        }
        pool.returnObject(connection);
    }

    @Override
    public void close() {
        pool.close();
    }

    private Transport connection() throws MessagingException {
        try {
            return pool.borrowObject();
        } catch (NoSuchElementException e) {
            throw new MessagingException("No connection to the mail server was free", e);
        } catch (MessagingException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new MessagingException("There is no connection to the mail server", e);
        }
    }

    private void giveUp(Transport connection) {
        try {
            pool.invalidateObject(connection);
        } catch (Exception e) {
            LOG.debug("A connection to the mail server that failed cannot be closed either", e);
        }
    }

    /** Opens, tries and closes them. */
    private final class Connections extends BasePooledObjectFactory<Transport> {
        private final int mailsPerConnection;

        Connections(int mailsPerConnection) {
            this.mailsPerConnection = mailsPerConnection;
        }

        @Override
        public Transport create() throws MessagingException {
            Transport connection = getTransport(getSession());
            PasswordAuthentication login = getPasswordAuthentication();
            connection.connect(getHost(), getPort(), login.getUserName(), login.getPassword());
            return connection;
        }

        @Override
        public PooledObject<Transport> wrap(Transport connection) {
            return new DefaultPooledObject<>(connection);
        }

        @Override
        public boolean validateObject(PooledObject<Transport> kept) {
            return kept.getBorrowedCount() <= mailsPerConnection
                    && (kept.getBorrowedCount() == 1 || kept.getObject().isConnected());
        }

        @Override
        public void destroyObject(PooledObject<Transport> kept) throws MessagingException {
            kept.getObject().close();
        }
    }
}
