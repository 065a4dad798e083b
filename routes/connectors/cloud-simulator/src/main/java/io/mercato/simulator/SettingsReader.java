package io.mercato.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads settings from --name=value, then from the system property simulator.name, then takes the default. */
public final class SettingsReader {
    /** Name to default and meaning, in the order of the help page. */
    private static final Map<String, String[]> KNOWN = new LinkedHashMap<>();

    static {
        know("bind", "127.0.0.1", "address of the API; loopback only");
        know("port", "8083", "port of the API; 0 for any free one");
        know("data", "data/cloud", "directory of state, machines' disks and volumes");
        know("address-range", "127.77.0.0/16", "loopback addresses that machines get");
        know("ssh-port", "2222", "port of each machine's SSH server");
        know("exporter-port", "9100", "port of each machine's node exporter");
        know("password", "", "password of the users demo and admin; else the environment's SIMULATOR_PASSWORD");
        know("quota-instances", "10000", "servers that a project may have");
        know("provision-time", "PT0.2S", "from the creation until a server is ACTIVE");
        know("boot-time", "PT2S", "from ACTIVE until the machine answers");
        know("slow-boot-time", "PT30S", "boot time of the flavour slow-boot");
        know("action-time", "PT0.1S", "how long stop, start, attach, detach and delete take");
        know("list-delay", "PT0.05S", "how long a fresh server stays out of lists");
        know("token-lifetime", "PT1H", "how long a token is good");
        know("latency", "PT0S", "added to each answer");
        know("fail-rate", "0", "share of calls, 0 to 1, that are answered with 503");
    }

    private final Map<String, String> given;

    private SettingsReader(Map<String, String> given) {
        this.given = given;
    }

    private static void know(String name, String standard, String meaning) {
        KNOWN.put(name, new String[] {standard, meaning});
    }

    /**
     * The settings of a command line.
     *
     * @throws IllegalArgumentException with a text for people when a setting is unknown, missing or makes no sense
     */
    public static SimulatorSettings read(String[] arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not a setting: " + argument + " (want --name=value)");
            }
            String name = argument.substring(2, equals);
            if (!KNOWN.containsKey(name)) {
                throw new IllegalArgumentException("unknown setting: --" + name);
            }
            given.put(name, argument.substring(equals + 1));
        }
        return new SettingsReader(given).settings();
    }

    private SimulatorSettings settings() {
        return new SimulatorSettings(
                loopback(text("bind")),
                number("port", 0, 65535),
                Path.of(text("data")).toAbsolutePath().normalize(),
                text("address-range"),
                number("ssh-port", 1, 65535),
                number("exporter-port", 1, 65535),
                password(),
                number("quota-instances", -1, Integer.MAX_VALUE),
                duration("provision-time"),
                duration("boot-time"),
                duration("slow-boot-time"),
                duration("action-time"),
                duration("list-delay"),
                duration("token-lifetime"),
                duration("latency"),
                share("fail-rate"));
    }

    private String text(String name) {
        String property = System.getProperty("simulator." + name, KNOWN.get(name)[0]);
        return given.getOrDefault(name, property);
    }

    private String password() {
        String password = text("password");
        String environment = System.getenv("SIMULATOR_PASSWORD");
        if (!password.isEmpty()) {
            return password;
        }
        if (environment == null || environment.isEmpty()) {
            throw new IllegalArgumentException("--password is missing (or SIMULATOR_PASSWORD in the environment)");
        }
        return environment;
    }

    private static String loopback(String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return address;
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("--bind: unknown address " + address, unknown);
        }
        throw new IllegalArgumentException(
                "--bind: " + address + " is not loopback; the simulator serves this host only");
    }

    private int number(String name, int least, int most) {
        try {
            int number = Integer.parseInt(text(name));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("--" + name + ": not a number: " + text(name), notOne);
        }
        throw new IllegalArgumentException("--" + name + ": must be from " + least + " to " + most);
    }

    private double share(String name) {
        try {
            double share = Double.parseDouble(text(name));
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("--" + name + ": not a number: " + text(name), notOne);
        }
        throw new IllegalArgumentException("--" + name + ": must be from 0 to 1");
    }

    private Duration duration(String name) {
        try {
            Duration duration = Duration.parse(text(name));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("--" + name + ": not an ISO-8601 duration: " + text(name), notOne);
        }
        throw new IllegalArgumentException("--" + name + ": must not be negative");
    }

    /** The page that --help prints. */
    public static String help() {
        StringBuilder page = new StringBuilder("A cloud on this host that speaks OpenStack's API.\n\nSettings:\n");
        KNOWN.forEach((name, about) -> page.append(
                String.format("  --%-16s %s%s%n", name, about[1], about[0].isEmpty() ? "" : " [" + about[0] + "]")));
        return page.append("Each may also be a system property: -Dsimulator.name=value\n")
                .toString();
    }
}
