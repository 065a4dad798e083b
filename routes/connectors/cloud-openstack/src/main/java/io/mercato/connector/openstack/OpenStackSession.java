package io.mercato.connector.openstack;

import com.google.common.base.Supplier;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.LoadingCache;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jclouds.domain.Credentials;
import org.jclouds.lifecycle.Closer;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.openstack.keystone.catalog.ServiceEndpoint;
import org.jclouds.openstack.keystone.v3.domain.Token;
import org.jclouds.openstack.neutron.v2.NeutronApi;
import org.jclouds.openstack.nova.v2_0.NovaApi;

/** One account's token, catalogue and connections. Threads share it. */
class OpenStackSession implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Injector novaInjector;
    private final Injector neutronInjector;
    private final NovaApi nova;
    private final NeutronApi neutron;
    private final String wantedRegion;
    private final Cache<String, Object> lookups;

    OpenStackSession(Injector novaInjector, Injector neutronInjector, String wantedRegion, Duration lookupLifetime) {
        this.lookups = CacheBuilder.newBuilder()
                .maximumSize(1000)
                .expireAfterWrite(lookupLifetime)
                .build();
        this.novaInjector = novaInjector;
        this.neutronInjector = neutronInjector;
        this.nova = novaInjector.getInstance(NovaApi.class);
        this.neutron = neutronInjector.getInstance(NeutronApi.class);
        this.wantedRegion = wantedRegion;
    }

    NovaApi nova() {
        return nova;
    }

    NeutronApi neutron() {
        return neutron;
    }

    /** The account's region or, where it names none, the cloud's only one. */
    String region() {
        Set<String> regions = new TreeSet<>(nova.getConfiguredRegions());
        if (wantedRegion.isBlank() && regions.size() == 1) {
            return regions.iterator().next();
        }
        if (regions.contains(wantedRegion)) {
            return wantedRegion;
        }
        throw OpenStackErrors.serviceMissing(
                "The account names region '" + wantedRegion + "', the cloud has " + regions);
    }

    /** A token that is valid for some minutes still. */
    String token() {
        AuthInfo info = authInfo(novaInjector);
        boolean endsSoon = info instanceof Token token
                && token.expiresAt().toInstant().isBefore(Instant.now().plus(MARGIN));
        if (endsSoon) {
            renew();
            info = authInfo(novaInjector);
        }
        return info.getAuthToken();
    }

    /** The next call logs in again. */
    void renew() {
        tokens(novaInjector).invalidateAll();
        tokens(neutronInjector).invalidateAll();
    }

    /** What was found under this key not long ago. */
    <T> Optional<T> recall(String key, Class<T> type) {
        return Optional.ofNullable(lookups.getIfPresent(key)).map(type::cast);
    }

    /** Remembers for some minutes what hardly changes: flavors, images, networks. */
    <T> T remember(String key, T value) {
        lookups.put(key, value);
        return value;
    }

    List<ServiceEndpoint> endpoints() {
        return novaInjector
                .getInstance(Key.get(new TypeLiteral<Supplier<List<ServiceEndpoint>>>() {}))
                .get();
    }

    /** Logs in unless that was done. Before anything else: jclouds remembers a refusal in its suppliers for ever. */
    void logIn() {
        authInfo(novaInjector);
    }

    private static AuthInfo authInfo(Injector injector) {
        return injector.getInstance(Key.get(new TypeLiteral<Supplier<AuthInfo>>() {}))
                .get();
    }

    static LoadingCache<Credentials, AuthInfo> tokens(Injector injector) {
        return injector.getInstance(Key.get(new TypeLiteral<LoadingCache<Credentials, AuthInfo>>() {}));
    }

    @Override
    public void close() {
        try {
            novaInjector.getInstance(Closer.class).close();
            neutronInjector.getInstance(Closer.class).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
