package io.mercato.simulator.cloud;

import java.util.List;
import java.util.Optional;

/** A size of machine; some misbehave on purpose, by name. */
public record Flavor(String id, String name, int vcpus, int ramMegabytes, int diskGigabytes, Behaviour behaviour) {

    /** What goes wrong with the servers of a flavour. */
    public enum Behaviour {
        NONE,
        /** The server ends in ERROR. */
        FAIL_CREATE,
        /** Of the creations with one name the first is answered with 500, the second ends in ERROR. */
        FAIL_TWICE,
        /** Booting takes the setting slow-boot-time. */
        SLOW_BOOT,
        /** A second after the server became ACTIVE it is not there any more. */
        VANISH,
        /** Creating is refused: quota exceeded. */
        NO_QUOTA
    }

    public static final List<Flavor> ALL = List.of(
            new Flavor("11", "s.small", 1, 1024, 10, Behaviour.NONE),
            new Flavor("12", "s.medium", 2, 2048, 20, Behaviour.NONE),
            new Flavor("13", "s.large", 4, 8192, 40, Behaviour.NONE),
            new Flavor("91", "fail-create", 1, 1024, 10, Behaviour.FAIL_CREATE),
            new Flavor("92", "fail-twice", 1, 1024, 10, Behaviour.FAIL_TWICE),
            new Flavor("93", "slow-boot", 1, 1024, 10, Behaviour.SLOW_BOOT),
            new Flavor("94", "vanish", 1, 1024, 10, Behaviour.VANISH),
            new Flavor("95", "no-quota", 1, 1024, 10, Behaviour.NO_QUOTA));

    public static Optional<Flavor> find(String id) {
        return ALL.stream().filter(flavor -> flavor.id().equals(id)).findFirst();
    }

    /** The flavour of a server that exists. */
    public static Flavor get(String id) {
        return find(id).orElseThrow();
    }
}
