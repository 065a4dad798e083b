package io.mercato.connector.openstack;

import static org.jclouds.rest.config.BinderUtils.bindHttpApi;

import org.jclouds.http.HttpRetryHandler;
import org.jclouds.http.annotation.ClientError;
import org.jclouds.openstack.keystone.auth.config.AuthenticationModule;
import org.jclouds.openstack.keystone.v2_0.auth.V2AuthenticationApi;
import org.jclouds.openstack.keystone.v3.auth.V3AuthenticationApi;

/** jclouds' authentication with our own policy of renewing tokens. */
public class KeystoneModule extends AuthenticationModule {

    @Override
    protected void configure() {
        bind(HttpRetryHandler.class).annotatedWith(ClientError.class).to(RenewTokenOnce.class);
        bindHttpApi(binder(), V2AuthenticationApi.class);
        bindHttpApi(binder(), V3AuthenticationApi.class);
    }
}
