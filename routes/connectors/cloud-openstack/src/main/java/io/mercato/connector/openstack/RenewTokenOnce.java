package io.mercato.connector.openstack;

import com.google.common.cache.LoadingCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jclouds.domain.Credentials;
import org.jclouds.http.HttpCommand;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpRetryHandler;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;

/**
 * A token that has run out is renewed, once for a call. jclouds' own handler asks up to five times with pauses of five
 * seconds, and takes a refused password for a token that ran out, which locks the user.
 */
@Singleton
class RenewTokenOnce implements HttpRetryHandler {
    private final List<LoadingCache<Credentials, AuthInfo>> tokens;

    @Inject
    RenewTokenOnce(LoadingCache<Credentials, AuthInfo> tokens) {
        this(List.of(tokens));
    }

    /** Forgets the token wherever it is kept. */
    RenewTokenOnce(List<LoadingCache<Credentials, AuthInfo>> tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean shouldRetryRequest(HttpCommand command, HttpResponse response) {
        boolean ranOut = response.getStatusCode() == 401 && !isLogin(command);
        if (!ranOut || !command.isReplayable() || command.incrementFailureCount() > 1) {
            return false;
        }
        tokens.forEach(LoadingCache::invalidateAll);
        return true;
    }

    private static boolean isLogin(HttpCommand command) {
        return command.getCurrentRequest().getEndpoint().getPath().endsWith("/auth/tokens");
    }
}
