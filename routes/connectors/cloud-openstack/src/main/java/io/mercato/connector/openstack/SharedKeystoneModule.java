package io.mercato.connector.openstack;

import static org.jclouds.rest.config.BinderUtils.bindHttpApi;

import com.google.common.base.Function;
import com.google.common.cache.LoadingCache;
import com.google.inject.Injector;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jclouds.domain.Credentials;
import org.jclouds.http.HttpRetryHandler;
import org.jclouds.http.annotation.ClientError;
import org.jclouds.openstack.keystone.auth.config.AuthenticationModule;
import org.jclouds.openstack.keystone.auth.config.CredentialTypes;
import org.jclouds.openstack.keystone.auth.domain.AuthInfo;
import org.jclouds.openstack.keystone.v2_0.auth.V2AuthenticationApi;
import org.jclouds.openstack.keystone.v3.auth.V3AuthenticationApi;

/** Takes its tokens from another of jclouds' contexts, so that an account logs in once for all services. */
class SharedKeystoneModule extends AuthenticationModule {
    private final LoadingCache<Credentials, AuthInfo> tokens;

    SharedKeystoneModule(LoadingCache<Credentials, AuthInfo> tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void configure() {
        bindHttpApi(binder(), V2AuthenticationApi.class);
        bindHttpApi(binder(), V3AuthenticationApi.class);
    }

    @Override
    protected Map<String, Function<Credentials, AuthInfo>> authenticationMethods(Injector injector) {
        return Map.of(CredentialTypes.PASSWORD_CREDENTIALS, tokens::getUnchecked);
    }

    @Provides
    @Singleton
    @ClientError
    HttpRetryHandler retryHandler(LoadingCache<Credentials, AuthInfo> own) {
        return new RenewTokenOnce(List.of(own, tokens));
    }
}
