package io.mercato.simulator.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a new root disk: the image's files, the keys, and what cloud-init is told to write. */
final class FirstBoot {
    private static final Logger LOG = LoggerFactory.getLogger(FirstBoot.class);

    private final MachinePlan plan;
    private final Confined files;
    private final CloudInit init;

    private FirstBoot(MachinePlan plan, Path root) {
        this.plan = plan;
        this.files = new Confined(root);
        this.init = CloudInit.parse(plan.userData());
    }

    /** Does nothing on a disk that has been booted from. */
    static void run(MachinePlan plan, Path machine) throws IOException {
        Path done = machine.resolve("booted");
        if (Files.exists(done)) {
            return;
        }
        new FirstBoot(plan, Files.createDirectories(machine.resolve("root"))).fill();
        Files.writeString(done, plan.bootedAt() + "\n");
    }

    private void fill() throws IOException {
        String home = "/home/" + plan.image().user();
        for (String directory : List.of("/etc", "/tmp", "/var/log", home + "/.ssh")) {
            Files.createDirectories(files.real(directory));
        }
        String hostname = init.hostname() == null ? plan.name() : init.hostname();
        write("/etc/hostname", hostname + "\n");
        write("/etc/os-release", osRelease());
        write(home + "/.ssh/authorized_keys", String.join("\n", keys()) + "\n");
        for (CloudInit.WrittenFile file : init.files()) {
            written(file);
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (plan.publicKey() != null) {
            keys.add(plan.publicKey().strip());
        }
        init.authorizedKeys().stream()
                .map(String::strip)
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        return keys;
    }

    private String osRelease() {
        return "ID=" + plan.image().distribution() + "\nVERSION_ID=\""
                + plan.image().version() + "\"\nPRETTY_NAME=\"" + plan.image().name() + " (simulated)\"\n";
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(files.real(path), text, StandardCharsets.UTF_8);
    }

    private void written(CloudInit.WrittenFile file) {
        try {
            Path real = files.real(file.path());
            Files.createDirectories(real.getParent());
            Files.write(real, file.content());
            Files.setPosixFilePermissions(real, permissions(file.permissions()));
        } catch (IOException | IllegalArgumentException broken) {
            LOG.warn("machine {}: cloud-init could not write {}: {}", plan.id(), file.path(), broken.toString());
        }
    }

    /** Of "0644" the owner's part and, as far as it is given, the others'; the simulator itself can always read. */
    private static Set<PosixFilePermission> permissions(String octal) {
        int mode = Integer.parseInt(octal, 8) & 0777;
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 1 ? "rwx".charAt((8 - bit) % 3) : '-');
        }
        Set<PosixFilePermission> granted = PosixFilePermissions.fromString(text.toString());
        granted.add(PosixFilePermission.OWNER_READ);
        granted.add(PosixFilePermission.OWNER_WRITE);
        return granted;
    }
}
