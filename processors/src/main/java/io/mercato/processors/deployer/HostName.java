package io.mercato.processors.deployer;

import io.mercato.domain.deployer.Deployment;
import java.text.Normalizer;
import java.util.Locale;

/** The machine's name for the network: what RFC 1123 allows of what the customer calls it. */
final class HostName {
    private static final int LONGEST = 63;

    private HostName() {}

    static String of(Deployment deployment) {
        String name = Normalizer.normalize(deployment.spec().name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = name.substring(0, Math.min(LONGEST, name.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "machine-" + deployment.subscriptionId() : cut;
    }
}
