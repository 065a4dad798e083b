package io.mercato.boot.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.ClassPathResource;

/** The realm as code: what Keycloak reads when it has no such realm yet. Secrets come from its environment. */
class KeycloakRealm {
    private final ObjectMapper json;
    private final boolean demo;

    KeycloakRealm(ObjectMapper json, boolean demo) {
        this.json = json;
        this.demo = demo;
    }

    void write(Path folder) throws IOException {
        ObjectNode realm = (ObjectNode) read("keycloak/mercato-realm.json");
        if (demo) {
            ((ArrayNode) realm.get("users")).addAll((ArrayNode) read("keycloak/demo-users.json"));
        }
        Path draft = folder.resolve("mercato-realm.json.new");
        json.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), realm);
        Files.move(draft, folder.resolve("mercato-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private JsonNode read(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return json.readTree(in);
        }
    }
}
