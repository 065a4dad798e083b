package io.mercato.simulator.machine.ssh;

import io.mercato.simulator.machine.Machine;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in the user's authorized_keys, read at each login, as the real one does. */
final class AuthorizedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizedKeys.class);

    private final List<String> lines;

    private AuthorizedKeys(List<String> lines) {
        this.lines = lines;
    }

    static AuthorizedKeys of(Machine machine) throws IOException {
        Path file = machine.files().real("/home/" + machine.user() + "/.ssh/authorized_keys");
        return new AuthorizedKeys(Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
    }

    boolean contains(PublicKey key) {
        return lines.stream().anyMatch(line -> is(line, key));
    }

    private static boolean is(String line, PublicKey key) {
        try {
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(new StringReader(line), true)) {
                if (KeyUtils.compareKeys(key, entry.resolvePublicKey(null, null))) {
                    return true;
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            LOG.debug("a line of authorized_keys is no key: {}", broken.toString());
        }
        return false;
    }
}
