package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.TestCloud;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CinderTest {
    @TempDir
    Path data;

    private TestCloud cloud;
    private String volumes;

    @BeforeEach
    void start() {
        cloud = TestCloud.start(data);
        volumes = "/volume/v3/" + cloud.projectId() + "/volumes";
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
    }

    @Test
    void a_volume_is_created_found_by_its_marks_and_deleted() {
        JsonNode created = cloud.post(
                        volumes,
                        object("volume", object("name", "data-1", "size", 3, "metadata", object("owner", "me"))))
                .expect(202)
                .json()
                .get("volume");
        assertThat(created.get("status").asText()).isEqualTo("creating");
        String id = created.get("id").asText();
        cloud.awaitVolume(id, "available");

        assertThat(cloud.get(volumes + "?name=data-1").json().get("volumes")).hasSize(1);
        assertThat(cloud.get(volumes + "/detail?metadata=%7B'owner':'me'%7D")
                        .json()
                        .get("volumes"))
                .hasSize(1);
        assertThat(cloud.get(volumes + "?name=other").json().get("volumes")).isEmpty();
        cloud.delete(cloud.volumePath(id)).expect(202);
        cloud.awaitGone(cloud.volumePath(id));
    }

    @Test
    void nonsense_is_400_and_the_project_of_the_path_must_be_the_tokens() {
        cloud.post(volumes, object("volume", object("size", 0))).expect(400);
        cloud.post(volumes, object("volume", object("size", 1, "volume_type", "gold")))
                .expect(404);
        cloud.get("/volume/v3/other/volumes").expect(400);
        cloud.get(cloud.volumePath("unknown")).expect(404);
    }

    @Test
    void an_attached_volume_is_not_deleted_and_a_detached_one_is_free_again() {
        String server = cloud.runningServer("s");
        String volume = cloud.createVolume("d");
        cloud.attach(server, volume);

        JsonNode attachment = cloud.get(cloud.volumePath(volume)).json().at("/volume/attachments/0");
        assertThat(attachment.get("server_id").asText()).isEqualTo(server);
        assertThat(attachment.get("device").asText()).isEqualTo("/dev/vdb");
        assertThat(cloud.server(server)
                        .at("/os-extended-volumes:volumes_attached/0/id")
                        .asText())
                .isEqualTo(volume);
        assertThat(cloud.delete(cloud.volumePath(volume))
                        .expect(400)
                        .json()
                        .at("/badRequest/message")
                        .asText())
                .startsWith("Invalid volume: Volume status must be available");
        String attachments = "/compute/v2.1/servers/" + server + "/os-volume_attachments";
        cloud.post(attachments, object("volumeAttachment", object("volumeId", volume)))
                .expect(400);

        cloud.delete(attachments + "/" + volume).expect(202);
        cloud.awaitVolume(volume, "available");
        assertThat(cloud.get(attachments).json().get("volumeAttachments")).isEmpty();
        cloud.get(attachments + "/" + volume).expect(404);
    }

    @Test
    void a_volume_outlives_its_server() {
        String server = cloud.runningServer("s");
        String volume = cloud.createVolume("d");
        cloud.attach(server, volume);
        cloud.delete("/compute/v2.1/servers/" + server).expect(204);
        cloud.awaitGone("/compute/v2.1/servers/" + server);

        cloud.awaitVolume(volume, "available");
    }

    @Test
    void a_volume_grows_but_does_not_shrink() {
        String volume = cloud.createVolume("d");
        cloud.post(cloud.volumePath(volume) + "/action", object("os-extend", object("new_size", 4)))
                .expect(202);
        assertThat(cloud.get(cloud.volumePath(volume)).json().at("/volume/size").asInt())
                .isEqualTo(4);
        cloud.post(cloud.volumePath(volume) + "/action", object("os-extend", object("new_size", 2)))
                .expect(400);
    }
}
