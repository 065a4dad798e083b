package io.mercato.processors.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the descriptors of the connectors on the class path. */
public final class ConnectorDescriptors {
    private static final String PATTERN = "classpath*:META-INF/mercato/connectors/*.yaml";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ConnectorDescriptors() {}

    /**
     * All of them, by kind and name.
     *
     * @throws IllegalStateException if one of them is not as it must be; the message names it and all its problems
     */
    public static List<ConnectorDescriptor> load(ClassLoader classLoader) {
        List<ConnectorDescriptor> found = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver(classLoader).getResources(PATTERN)) {
                found.add(read(resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(ConnectorDescriptor::kind).thenComparing(ConnectorDescriptor::name));
        return found;
    }

    private static ConnectorDescriptor read(Resource resource) throws IOException {
        try (InputStream stream = resource.getInputStream()) {
            ConnectorDescriptor descriptor = parse(stream);
            String file = descriptor.kind() + "-" + descriptor.name() + ".yaml";
            List<String> problems = new ArrayList<>(descriptor.problems());
            if (!file.equals(resource.getFilename())) {
                problems.add("the file must be called " + file);
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException(resource.getFilename() + ": " + String.join("; ", problems));
            }
            return descriptor;
        }
    }

    static ConnectorDescriptor parse(InputStream yaml) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        try {
            return JSON.convertValue(content, ConnectorDescriptor.class);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalStateException("This is no descriptor of a connector: " + e.getMessage(), e);
        }
    }
}
