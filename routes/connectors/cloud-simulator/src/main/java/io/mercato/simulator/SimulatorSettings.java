package io.mercato.simulator;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that can be set. Port 0 means any free port; the SSH and exporter ports are the same on each machine's
 * own address, so they can't be 0.
 *
 * @param password of the users demo and admin
 * @param provisionTime from the creation's answer until a server is ACTIVE
 * @param bootTime from ACTIVE until the machine answers
 * @param actionTime how long stop, start, attach, detach, delete and the like take
 * @param listDelay how long a fresh server stays out of lists: the cloud's eventual consistency
 * @param latency added to each answer
 * @param failRate the share of calls, 0 to 1, that are answered with 503
 */
public record SimulatorSettings(
        String bind,
        int port,
        Path data,
        String addressRange,
        int sshPort,
        int exporterPort,
        String password,
        int quotaInstances,
        Duration provisionTime,
        Duration bootTime,
        Duration slowBootTime,
        Duration actionTime,
        Duration listDelay,
        Duration tokenLifetime,
        Duration latency,
        double failRate) {

    /** The defaults, as people start the program. */
    public static SimulatorSettings defaults(Path data, String password) {
        return SettingsReader.read(new String[] {"--data=" + data, "--password=" + password});
    }
}
