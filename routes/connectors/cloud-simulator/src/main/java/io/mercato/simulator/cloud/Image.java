package io.mercato.simulator.cloud;

import java.util.List;
import java.util.Optional;

/** What a machine boots from; user is the one whom its SSH server lets in. */
public record Image(String id, String name, String user, String distribution, String version, long bytes) {
    public static final List<Image> ALL = List.of(
            new Image("7c0a2f4e-0b52-4e2a-9d0e-2f6a3c1d1200", "debian-12", "debian", "debian", "12", 347_930_624L),
            new Image(
                    "7c0a2f4e-0b52-4e2a-9d0e-2f6a3c1d2404", "ubuntu-24.04", "ubuntu", "ubuntu", "24.04", 612_368_384L));

    public static Optional<Image> find(String id) {
        return ALL.stream().filter(image -> image.id().equals(id)).findFirst();
    }

    public static Image get(String id) {
        return find(id).orElseThrow();
    }
}
