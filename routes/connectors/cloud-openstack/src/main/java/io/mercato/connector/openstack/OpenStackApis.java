package io.mercato.connector.openstack;

import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableSet;
import com.google.inject.Injector;
import com.google.inject.Module;
import io.mercato.domain.cloud.CloudAccount;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jclouds.Constants;
import org.jclouds.ContextBuilder;
import org.jclouds.apis.ApiMetadata;
import org.jclouds.domain.Credentials;
import org.jclouds.logging.config.NullLoggingModule;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.openstack.keystone.catalog.config.ServiceCatalogModule;
import org.jclouds.openstack.keystone.config.KeystoneProperties;
import org.jclouds.openstack.neutron.v2.NeutronApiMetadata;
import org.jclouds.openstack.neutron.v2.config.NeutronHttpApiModule;
import org.jclouds.openstack.nova.v2_0.NovaApiMetadata;
import org.jclouds.openstack.nova.v2_0.config.NovaHttpApiModule;
import org.jclouds.openstack.nova.v2_0.config.NovaParserModule;

/** How jclouds is set up for an account: Keystone v3 with a project's scope, our time-outs, no retries of its own. */
final class OpenStackApis {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9._\\[\\]:-]+(/[^\\s?#]*)?");

    static {
        // The JDK's client sends a POST again, unasked, when a kept connection turns out to be closed: two machines.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private OpenStackApis() {}

    static Injector nova(CloudAccount account, OpenStackSettings settings) {
        ApiMetadata metadata = new NovaApiMetadata()
                .toBuilder()
                        .defaultModules(modules(KeystoneModule.class, NovaParserModule.class, NovaHttpApiModule.class))
                        .build();
        return build(metadata, account, settings, new NullLoggingModule());
    }

    /** @param tokens where Nova's are kept: Neutron uses the same */
    static Injector neutron(
            CloudAccount account, OpenStackSettings settings, LoadingCache<Credentials, AuthInfo> tokens) {
        ApiMetadata metadata = new NeutronApiMetadata()
                .toBuilder().defaultModules(modules(NeutronHttpApiModule.class)).build();
        return build(metadata, account, settings, new NullLoggingModule(), new SharedKeystoneModule(tokens));
    }

    @SafeVarargs
    private static Set<Class<? extends Module>> modules(Class<? extends Module>... own) {
        return ImmutableSet.<Class<? extends Module>>builder()
                .add(ServiceCatalogModule.class, ServiceCatalogModule.RegionModule.class)
                .add(own)
                .build();
    }

    /** Without jclouds' own log: at level debug it holds passwords, and a failed call is an error there whatever we do. */
    private static Injector build(
            ApiMetadata metadata, CloudAccount account, OpenStackSettings settings, Module... modules) {
        OpenStackIdentity identity = OpenStackIdentity.parse(account.identity());
        if (!ADDRESS.matcher(account.endpoint()).matches()) {
            throw OpenStackErrors.noAddress();
        }
        return ContextBuilder.newBuilder(metadata)
                .endpoint(account.endpoint())
                .credentials(identity.domain() + ":" + identity.user(), account.secret())
                .modules(List.of(modules))
                .overrides(properties(identity, settings))
                .buildInjector();
    }

    private static Properties properties(OpenStackIdentity identity, OpenStackSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(KeystoneProperties.KEYSTONE_VERSION, "3");
        properties.setProperty(KeystoneProperties.SCOPE, "project:" + identity.project());
        properties.setProperty(KeystoneProperties.PROJECT_DOMAIN_NAME, identity.domain());
        set(properties, Constants.PROPERTY_CONNECTION_TIMEOUT, settings.connectTimeoutMillis());
        set(properties, Constants.PROPERTY_SO_TIMEOUT, settings.requestTimeoutMillis());
        set(properties, Constants.PROPERTY_MAX_CONNECTIONS_PER_HOST, settings.connectionsPerCloud());
        set(properties, Constants.PROPERTY_MAX_CONNECTIONS_PER_CONTEXT, settings.connectionsPerCloud());
        set(properties, Constants.PROPERTY_MAX_RETRIES, 0);
        return properties;
    }

    private static void set(Properties properties, String key, long value) {
        properties.setProperty(key, Long.toString(value));
    }
}
