package io.mercato.simulator.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What of cloud-init's configuration the machines understand. As with the real one, data that can't be read does not
 * keep a machine from booting.
 *
 * @param hostname null when none is given
 */
public record CloudInit(String hostname, List<String> authorizedKeys, List<WrittenFile> files) {
    private static final Logger LOG = LoggerFactory.getLogger(CloudInit.class);
    private static final CloudInit NOTHING = new CloudInit(null, List.of(), List.of());

    /** A file of write_files; permissions like "0644". */
    public record WrittenFile(String path, String base64, String permissions) {
        public byte[] content() {
            return Base64.getMimeDecoder().decode(base64);
        }
    }

    /** Reads user data as Nova keeps it: base64, or null. */
    public static CloudInit parse(String userData) {
        if (userData == null) {
            return NOTHING;
        }
        String text = new String(Base64.getMimeDecoder().decode(userData), StandardCharsets.UTF_8);
        if (!text.startsWith("#cloud-config")) {
            return NOTHING;
        }
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return root instanceof Map<?, ?> map ? read(map) : NOTHING;
        } catch (YAMLException | IllegalArgumentException broken) {
            LOG.warn(
                    "user data can't be read and is left out: {}",
                    broken.getClass().getSimpleName());
            return NOTHING;
        }
    }

    private static CloudInit read(Map<?, ?> root) {
        List<String> keys = new ArrayList<>(texts(root.get("ssh_authorized_keys")));
        if (root.get("users") instanceof List<?> users) {
            for (Object user : users) {
                keys.addAll(user instanceof Map<?, ?> map ? texts(map.get("ssh_authorized_keys")) : List.of());
            }
        }
        List<WrittenFile> files = new ArrayList<>();
        if (root.get("write_files") instanceof List<?> list) {
            for (Object file : list) {
                if (file instanceof Map<?, ?> map && map.get("path") != null) {
                    files.add(file(map));
                }
            }
        }
        Object hostname = root.get("hostname");
        return new CloudInit(hostname == null ? null : hostname.toString(), keys, files);
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static WrittenFile file(Map<?, ?> map) {
        String content = text(map.get("content"), "");
        String encoding = text(map.get("encoding"), "text/plain").toLowerCase(Locale.ROOT);
        boolean coded = encoding.equals("b64") || encoding.equals("base64");
        String base64 = coded ? content : Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        Object mode = map.get("permissions");
        // Unquoted, YAML reads 0644 as an octal number.
        String permissions = mode instanceof Integer number ? "0" + Integer.toOctalString(number) : text(mode, "0644");
        return new WrittenFile(map.get("path").toString(), base64, permissions);
    }

    private static String text(Object value, String standard) {
        return value == null ? standard : value.toString();
    }
}
