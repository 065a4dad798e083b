package io.mercato.boot.harness;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Settings of a platform that gets in nobody's way: its own folder, ports, and addresses for its machines. */
final class PlatformSettings {
    private static final List<String> PORTS = List.of(
            "server.port",
            "mercato.database.port",
            "mercato.broker.tcp-port",
            "mercato.mail.smtp-port",
            "mercato.mail.page-port",
            "mercato.storage.port",
            "mercato.cloud-simulator.port",
            "mercato.identity.keycloak.port",
            "mercato.identity.keycloak.management-port");

    private final Map<String, String> values = new LinkedHashMap<>();

    PlatformSettings(Path data, Map<String, String> more) {
        values.put("mercato.data", data.toString());
        FreePorts ports = new FreePorts();
        PORTS.forEach(port -> values.put(port, String.valueOf(ports.next())));
        int range = ThreadLocalRandom.current().nextInt(128, 255);
        values.put("mercato.cloud-simulator.arguments[0]", "--address-range=127." + range + ".0.0/16");
        values.putAll(more);
    }

    int port(String setting) {
        return Integer.parseInt(values.get(setting));
    }

    List<String> asArguments() {
        return values.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
