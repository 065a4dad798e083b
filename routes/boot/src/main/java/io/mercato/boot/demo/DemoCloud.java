package io.mercato.boot.demo;

import io.mercato.boot.secrets.Secrets;
import io.mercato.domain.cmw.catalogue.CloudCredential;
import io.mercato.domain.cmw.catalogue.CloudFeature;
import io.mercato.domain.cmw.catalogue.CloudProvider;
import io.mercato.domain.cmw.catalogue.CloudProvider.Feature;
import io.mercato.domain.cmw.catalogue.InstanceType;
import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.cmw.catalogue.CloudProviderStore;
import io.mercato.processors.cmw.catalogue.InstanceTypeStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The demo data's cloud: the simulated one, its account, and its sizes of machines. */
@Component
class DemoCloud {
    static final String KEY = "simulated";
    private static final String IDENTITY = "Default:demo:demo";
    private static final String SSH_PORT = "2222";

    private final CloudProviderStore providers;
    private final CloudCredentialStore credentials;
    private final InstanceTypeStore sizes;
    private final DemoCloudProperties settings;
    private final Secrets secrets;

    DemoCloud(
            CloudProviderStore providers,
            CloudCredentialStore credentials,
            InstanceTypeStore sizes,
            DemoCloudProperties settings,
            Secrets secrets) {
        this.providers = providers;
        this.credentials = credentials;
        this.sizes = sizes;
        this.settings = settings;
        this.secrets = secrets;
    }

    void fill(DemoFile file, DemoKeys keys) {
        int provider = providers.create(Principal.SYSTEM, provider()).id();
        keys.put("cloud", KEY, provider);
        int credential = credentials
                .create(Principal.SYSTEM, new CloudCredential(null, "Simulated cloud", provider, null, null, false))
                .id();
        credentials.upload(
                Principal.SYSTEM, credential, new CloudCredential.Secret(IDENTITY, secrets.get("cloud-simulator")));
        file.sizes()
                .forEach(size -> keys.put(
                        "size",
                        size.name(),
                        sizes.create(
                                        Principal.SYSTEM,
                                        new InstanceType(
                                                null, provider, size.name(), size.cpu(), size.ram(), size.disk()))
                                .id()));
    }

    private CloudProvider provider() {
        return new CloudProvider(
                null,
                "Simulated cloud",
                "simulated",
                "openstack",
                settings.endpoint(),
                "RegionOne",
                Map.of("sshPort", SSH_PORT),
                List.of(new Feature(CloudFeature.LINUX, null), new Feature(CloudFeature.ADDITIONAL_DISKS, null)),
                List.of(OperatingSystem.LINUX),
                Map.of(OperatingSystem.LINUX, "debian"),
                null,
                true,
                false,
                0);
    }
}
