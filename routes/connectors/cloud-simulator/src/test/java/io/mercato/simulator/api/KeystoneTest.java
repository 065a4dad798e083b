package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.TestCloud;
import io.mercato.simulator.TestCloud.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoneTest {
    @TempDir
    Path data;

    @Test
    void the_right_password_gives_a_token_with_project_roles_and_catalogue() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            Answer answer = cloud.authenticate("demo", TestCloud.PASSWORD, object("id", cloud.projectId()));

            JsonNode token = answer.expect(201).json().get("token");
            assertThat(answer.header("X-Subject-Token")).isNotBlank();
            assertThat(answer.header("X-Openstack-Request-Id")).startsWith("req-");
            assertThat(token.at("/project/name").asText()).isEqualTo("demo");
            assertThat(token.at("/user/domain/name").asText()).isEqualTo("Default");
            assertThat(token.at("/roles/0/name").asText()).isEqualTo("member");
            assertThat(token.get("catalog").findValuesAsText("type"))
                    .contains("identity", "compute", "network", "image", "block-storage", "volumev3");
            assertThat(token.at("/catalog/1/endpoints").findValuesAsText("interface"))
                    .containsExactly("public", "internal", "admin");
        }
    }

    @Test
    void a_wrong_password_an_unknown_user_and_a_foreign_project_are_all_the_same_401() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            var demo = object("name", "demo", "domain", object("id", "default"));
            var admin = object("name", "admin", "domain", object("id", "default"));
            List<Answer> answers = List.of(
                    cloud.authenticate("demo", "wrong", demo),
                    cloud.authenticate("nobody", TestCloud.PASSWORD, demo),
                    cloud.authenticate("demo", TestCloud.PASSWORD, admin));

            for (Answer answer : answers) {
                JsonNode error = answer.expect(401).json().get("error");
                assertThat(error.get("code").asInt()).isEqualTo(401);
                assertThat(error.get("title").asText()).isEqualTo("Unauthorized");
                assertThat(error.get("message").asText())
                        .isEqualTo("The request you have made requires authentication.");
            }
        }
    }

    @Test
    void a_call_without_a_token_with_a_forged_one_or_a_revoked_one_is_401() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            String token = cloud.token();
            String forged = token.substring(0, token.length() - 4) + "AAAA";
            cloud.with(null).get("/compute/v2.1/servers").expect(401);
            cloud.with(forged).get("/compute/v2.1/servers").expect(401);

            cloud.get("/identity/v3/auth/tokens", "X-Subject-Token", token).expect(200);
            cloud.delete("/identity/v3/auth/tokens", "X-Subject-Token", token).expect(204);

            Answer refused = cloud.get("/compute/v2.1/servers").expect(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Keystone uri=");
        }
    }

    @Test
    void a_token_expires() throws Exception {
        try (TestCloud cloud = TestCloud.start(data, "--token-lifetime=PT0.3S")) {
            await().until(() -> cloud.get("/compute/v2.1/servers").status() == 401);

            cloud.as("demo", "demo").get("/compute/v2.1/servers").expect(200);
        }
    }

    @Test
    void every_service_tells_its_versions_without_a_token() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            TestCloud nobody = cloud.with(null);
            assertThat(nobody.get("/identity")
                            .expect(300)
                            .json()
                            .at("/versions/values/0/id")
                            .asText())
                    .isEqualTo("v3.14");
            assertThat(nobody.get("/identity/v3")
                            .expect(200)
                            .json()
                            .at("/version/status")
                            .asText())
                    .isEqualTo("CURRENT");
            assertThat(nobody.get("/compute/v2.1/")
                            .expect(200)
                            .json()
                            .at("/version/id")
                            .asText())
                    .isEqualTo("v2.1");
            nobody.get("/network/").expect(200);
            nobody.get("/image").expect(300);
            nobody.get("/volume/v3/").expect(200);
        }
    }

    @Test
    void broken_bodies_and_unknown_paths_are_answered_in_the_services_own_shape() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            assertThat(cloud.post("/identity/v3/auth/tokens", "{broken")
                            .expect(400)
                            .json()
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(400);
            assertThat(cloud.post("/compute/v2.1/servers", "[]")
                            .expect(400)
                            .json()
                            .at("/badRequest/code")
                            .asInt())
                    .isEqualTo(400);
            assertThat(cloud.get("/compute/v2.1/nothing")
                            .expect(404)
                            .json()
                            .at("/itemNotFound/code")
                            .asInt())
                    .isEqualTo(404);
            assertThat(cloud.get("/network/v2.0/networks/x")
                            .expect(404)
                            .json()
                            .at("/NeutronError/type")
                            .asText())
                    .isEqualTo("NetworkNotFound");
            assertThat(cloud.get("/image/v2/images/x").expect(404).text()).contains("<h1>404 Not Found</h1>");
            cloud.put("/compute/v2.1/servers", object()).expect(405);
        }
    }
}
