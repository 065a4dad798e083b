package io.mercato.simulator.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The ways in which the services write a time. */
public final class Times {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Times() {}

    /** 2026-01-31T12:00:00.000000Z, as Keystone writes it. */
    public static String micros(Instant time) {
        return MICROS.format(time) + "Z";
    }

    /** 2026-01-31T12:00:00.000000, as Cinder writes it. */
    public static String bareMicros(Instant time) {
        return MICROS.format(time);
    }

    /** 2026-01-31T12:00:00Z, as Nova and Neutron write it. */
    public static String seconds(Instant time) {
        return SECONDS.format(time) + "Z";
    }
}
