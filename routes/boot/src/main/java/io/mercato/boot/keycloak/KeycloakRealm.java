package io.mercato.boot.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.boot.owner.OwnerProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.ClassPathResource;

/** The realm as code: what Keycloak reads when it has no such realm yet. Secrets come from its environment. */
class KeycloakRealm {
    /** Environment variable that holds the first administrator's password. */
    static final String PASSWORD = "MERCATO_ADMINISTRATOR_PASSWORD";

    private final ObjectMapper json;
    private final boolean demo;
    private final OwnerProperties owner;

    KeycloakRealm(ObjectMapper json, boolean demo, OwnerProperties owner) {
        this.json = json;
        this.demo = demo;
        this.owner = owner;
    }

    void write(Path folder) throws IOException {
        ObjectNode realm = (ObjectNode) read("keycloak/mercato-realm.json");
        ArrayNode users = (ArrayNode) realm.get("users");
        if (demo) {
            users.addAll((ArrayNode) read("keycloak/demo-users.json"));
        } else {
            users.add(administrator());
        }
        Path draft = folder.resolve("mercato-realm.json.new");
        json.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), realm);
        Files.move(draft, folder.resolve("mercato-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The first administrator; the password comes from the environment, as all secrets of the realm do. */
    private ObjectNode administrator() {
        ObjectNode user = json.createObjectNode()
                .put("username", owner.administrator())
                .put("email", owner.email())
                .put("emailVerified", true)
                .put("firstName", "First")
                .put("lastName", "Administrator")
                .put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("temporary", false)
                .put("value", "${" + PASSWORD + "}");
        user.putArray("realmRoles").add("default-roles-mercato").add("superadmin");
        return user;
    }

    private JsonNode read(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return json.readTree(in);
        }
    }
}
