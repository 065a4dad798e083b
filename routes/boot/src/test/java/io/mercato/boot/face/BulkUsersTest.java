package io.mercato.boot.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.face.Api.Answer;
import io.mercato.boot.face.Api.Request;
import io.mercato.domain.identity.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A table of users through the platform as it runs: its face, its outbox, its broker. */
class BulkUsersTest extends FaceTest {
    private static final String TYPE = "multipart/form-data; boundary=b";

    private static String file(String table) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + table + "\r\n--b--\r\n";
    }

    private JsonNode read(Person who, String path) {
        return api.call(who, "GET", path, null).json();
    }

    @Test
    void what_a_table_says_is_so_after_a_while() {
        Person admin = lane.person(Role.ADMIN);
        Person user = lane.person(Role.USER);
        Person vendor = lane.person(Role.VENDOR);
        Person superadmin = lane.person(Role.SUPERADMIN);
        String table = "id,name,language\r\n" + user.id() + ",Augusta,it\r\n" + superadmin.id() + ",Augusta,\r\n"
                + vendor.id() + ",Grace,english";

        Answer accepted = api.call(new Request(admin, "PUT", "/bulk/users", TYPE, file(table)));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String result = accepted.location().replaceFirst("^.*/api", "");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(admin, result).get("over").asBoolean());
        JsonNode done = read(admin, result);
        assertThat(done.get("done").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.at("/rows/1/errors/0/key").asText()).isEqualTo("forbidden");
        assertThat(done.at("/rows/2/errors/0/extraFields/field").asText()).isEqualTo("language");
        JsonNode changed = read(admin, "/user/" + user.id());
        assertThat(changed.get("name").asText()).isEqualTo("Augusta");
        assertThat(changed.get("language").asText()).isEqualTo("it");
        assertThat(changed.get("publicKey").asText()).startsWith("ssh-ed25519");
        assertThat(read(admin, "/user/" + vendor.id()).get("name").asText()).isEqualTo("Ada");
    }
}
