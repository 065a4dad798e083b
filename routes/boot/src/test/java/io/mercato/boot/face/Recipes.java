package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mercato.domain.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * How a test comes by the things that it calls operations with: test resource {@code face/recipes.yaml}.
 *
 * @param things by name, which is the path of its resource
 * @param calls by operationId: what an operation is called with, where that is not plain
 */
record Recipes(Map<String, Thing> things, Map<String, Call> calls) {
    private static final String FILE = "/face/recipes.yaml";

    /**
     * How a thing is made: either by a call, by a statement of SQL that gives its id, or it is there with a person.
     *
     * @param by who makes it
     * @param post path that makes it
     * @param body of that call, and of a PUT
     * @param sql gives the thing's id
     * @param is the thing's id, as {@code {user.id}}
     * @param type of the body, when it is no JSON
     */
    record Thing(Role by, String post, String body, String sql, String is, String type) {}

    /**
     * What an operation is called with.
     *
     * @param path with its query, instead of the operation's own
     * @param body instead of that of the thing
     * @param type of the body, when it is no JSON
     * @param needs things that have to be there first
     */
    record Call(String path, String body, String type, List<String> needs) {}

    static Recipes read() {
        try (InputStream file = Recipes.class.getResourceAsStream(FILE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, Recipes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Thing thing(String name) {
        assertThat(things)
                .as("%s says how a test comes by a thing of /%s:\n\n%s", FILE, name, proposal(name))
                .containsKey(name);
        return things.get(name);
    }

    private static String proposal(String name) {
        return "  %s:\n    by: ROLE_ADMIN\n    post: /%s\n    body: '{\"name\": \"%s {n}\"}'\n"
                .formatted(name, name, name);
    }
}
