package io.mercato.connector.openstack;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.RemovalNotification;
import com.google.common.hash.Hashing;
import com.google.inject.Injector;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps the sessions of the accounts in use; those that nobody has used for long are closed. */
@Component
class OpenStackSessions implements DisposableBean {
    private final OpenStackSettings settings;
    private final Cache<AccountKey, OpenStackSession> sessions;

    OpenStackSessions(OpenStackSettings settings) {
        this.settings = settings;
        this.sessions = CacheBuilder.newBuilder()
                .maximumSize(settings.maxSessions())
                .expireAfterAccess(settings.sessionIdle())
                .removalListener(OpenStackSessions::close)
                .build();
    }

    /** Another password is another session: what is cached under the old one must not serve the new. */
    record AccountKey(String endpoint, String region, String identity, String secretDigest) {
        static AccountKey of(CloudAccount account) {
            String digest = Hashing.sha256()
                    .hashString(account.secret(), StandardCharsets.UTF_8)
                    .toString();
            return new AccountKey(account.endpoint(), account.region(), account.identity(), digest);
        }
    }

    /** The account's session, logged in; one that is refused is not kept. */
    OpenStackSession of(CloudAccount account) {
        AccountKey key = AccountKey.of(account);
        try {
            OpenStackSession session = sessions.get(key, () -> open(account));
            session.logIn();
            return session;
        } catch (ExecutionException | RuntimeException e) {
            CloudException failure = OpenStackErrors.of(e);
            if (failure.kind() == ErrorKind.FORBIDDEN) {
                sessions.invalidate(key);
            }
            throw failure;
        }
    }

    /** The next use of the account begins anew. */
    void forget(CloudAccount account) {
        sessions.invalidate(AccountKey.of(account));
    }

    long size() {
        return sessions.size();
    }

    private OpenStackSession open(CloudAccount account) {
        Injector nova = OpenStackApis.nova(account, settings);
        Injector neutron = OpenStackApis.neutron(account, settings, OpenStackSession.tokens(nova));
        return new OpenStackSession(nova, neutron, account.region(), settings.lookupLifetime());
    }

    private static void close(RemovalNotification<AccountKey, OpenStackSession> removed) {
        OpenStackSession session = removed.getValue();
        if (session != null) {
            session.close();
        }
    }

    @Override
    public void destroy() {
        sessions.invalidateAll();
        sessions.cleanUp();
    }
}
