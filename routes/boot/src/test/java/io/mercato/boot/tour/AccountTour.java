package io.mercato.boot.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.harness.ApiClient;
import io.mercato.boot.harness.PlatformProcess;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody's way through the real Keycloak: registers, confirms, logs in, forgets his password, is erased. */
final class AccountTour {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TAG = Pattern.compile("[?&]tag=([\\w-]+)");
    private static final String NAME = "newcomer";
    private static final String EMAIL = "newcomer@people.example";
    private static final String FIRST = "my first password";
    private static final String SECOND = "my second password";

    private final PlatformProcess platform;
    private final ApiClient nobody;

    AccountTour(PlatformProcess platform) {
        this.platform = platform;
        this.nobody = ApiClient.at(platform.url("/api"), Map.of());
    }

    void go() throws Exception {
        int id = register();
        assertThat(keycloak(FIRST)).as("unconfirmed, he cannot log in").contains("invalid_grant");
        nobody.call("POST", "/user/activate", Map.of("tag", tag("confirm your e-mail address")))
                .expect(204);
        JsonNode me = as(NAME, FIRST).get("/user/me").expect(200).json();
        assertThat(me.get("id").asInt()).isEqualTo(id);
        assertThat(me.get("userRole").asText()).isEqualTo("ROLE_USER");
        assertThat(me.get("activated").asBoolean()).isTrue();
        chooseAnotherPassword();
        as(NAME, FIRST).get("/user/me").expect(401);
        assertThat(as(EMAIL, SECOND)
                        .get("/user/me")
                        .expect(200)
                        .json()
                        .get("id")
                        .asInt())
                .isEqualTo(id);
        assertThat(keycloak(FIRST)).as("the old password").contains("invalid_grant");
        erase(id);
        theModuleManagesUsersAndNothingElse();
    }

    private int register() throws IOException {
        Map<String, Object> visitor =
                Map.of("userName", NAME, "email", EMAIL, "name", "New", "surname", "Comer", "acceptedTerms", true);
        nobody.call("POST", "/user", with(visitor, "password", "short")).expect(400);
        int id = nobody.call("POST", "/user", with(visitor, "password", FIRST))
                .expect(201)
                .json()
                .get("id")
                .asInt();
        nobody.call("POST", "/user", with(visitor, "password", FIRST)).expect(409);
        return id;
    }

    private void chooseAnotherPassword() throws Exception {
        nobody.call("POST", "/user/password/recovery", Map.of("identifier", "nobody@people.example"))
                .expect(204);
        nobody.call("POST", "/user/password/recovery", Map.of("identifier", EMAIL))
                .expect(204);
        String tag = tag("Choose a new password");
        ApiClient.Answer refused = nobody.call("POST", "/user/password/reset", Map.of("tag", tag, "password", "short"))
                .expect(400);
        assertThat(refused.toString()).contains("password", "minimum length");
        Map<String, String> choice = Map.of("tag", tag, "password", SECOND);
        nobody.call("POST", "/user/password/reset", choice).expect(204);
        nobody.call("POST", "/user/password/reset", choice).expect(422);
    }

    /** His account goes with him, by the queue. */
    private void erase(int id) throws Exception {
        as("admin", "demo").call("DELETE", "/user/" + id, null).expect(204);
        await("his account to be removed").atMost(LIMIT).until(() -> accounts().isEmpty());
        as("admin", "demo").get("/user/" + id).expect(404);
        assertThat(keycloak(SECOND)).contains("invalid_grant");
    }

    private void theModuleManagesUsersAndNothingElse() throws Exception {
        String token = serviceToken();
        for (String path : List.of("/roles", "/clients", "/groups")) {
            assertThat(administration(path, token).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(administration("/users?max=1", token).statusCode()).isEqualTo(200);
    }

    private JsonNode accounts() throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(administration("/users?exact=true&email=" + EMAIL, serviceToken())
                        .body());
    }

    private HttpResponse<String> administration(String path, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(keycloakUrl("/admin/realms/mercato" + path)))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String serviceToken() throws Exception {
        String answer = token("grant_type=client_credentials&client_id=mercato-identity&client_secret="
                + encoded(platform.secret("keycloak-identity")));
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer)
                .get("access_token")
                .asText();
    }

    /** What Keycloak itself says to a password, past all that the platform remembers. */
    private String keycloak(String password) throws Exception {
        return token("grant_type=password&client_id=mercato-platform&client_secret="
                + encoded(platform.secret("keycloak-platform")) + "&username=" + NAME + "&password="
                + encoded(password));
    }

    private String token(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl("/realms/mercato/protocol/openid-connect/token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String keycloakUrl(String path) {
        return "http://localhost:" + platform.port("mercato.identity.keycloak.port") + path;
    }

    private ApiClient as(String login, String password) {
        String basic = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return nobody.with("Authorization", "Basic " + basic);
    }

    /** The token in the e-mail to him with this in its subject. */
    private String tag(String subject) {
        return await("the e-mail \"" + subject + "\"")
                .atMost(LIMIT)
                .until(() -> find(subject), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> find(String subject) throws Exception {
        try (Stream<Path> files = Files.list(platform.data().resolve("mail"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".eml")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage mail = new MimeMessage(null, in);
                    Matcher tag = TAG.matcher(text(mail));
                    if (mail.getSubject().contains(subject) && tag.find()) {
                        return Optional.of(tag.group(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String text(MimeMessage mail) throws Exception {
        return mail.getContent() instanceof MimeMultipart parts
                ? parts.getBodyPart(0).getContent().toString()
                : mail.getContent().toString();
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(values);
        more.put(key, value);
        return more;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
