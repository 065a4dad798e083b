package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudAnswer.VolumeStatus;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.cloud.CloudRequest.DeleteVolume;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.error.ErrorKind;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenStackVolumesTest extends ConnectorTest {
    private static final String VOLUMES = "/volume/v3/p1/volumes";
    private static final String VOLUME = VOLUMES + "/v1";
    private static final String ATTACHMENTS = "/compute/v2.1/servers/s1/os-volume_attachments";
    private static FakeOpenStack cloud;

    @BeforeAll
    static void start() {
        cloud = new FakeOpenStack();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void forget() {
        cloud.reset();
    }

    private static String volume(String status, String attachments) {
        return """
            {"id":"v1","name":"mercato-7-volume","status":"%s","size":10,"attachments":[%s],"volume_type":"ssd",
             "metadata":{"mercato_platform":"mercato","mercato_subscription":"7"}}""".formatted(status, attachments);
    }

    private void thereIs(String status, String attachments) {
        cloud.json("GET", VOLUME, 200, "{\"volume\":" + volume(status, attachments) + "}");
    }

    private Volume create() {
        CreateVolume request =
                new CreateVolume(cloud.account(Map.of("volumeType", "ssd")), new Owner("mercato", 7), 10);
        return ask(CloudOperation.CREATE_VOLUME, request, Volume.class);
    }

    private Volume attach() {
        return ask(CloudOperation.ATTACH_VOLUME, new AttachVolume(cloud.account(), "s1", "v1"), Volume.class);
    }

    private Volume delete() {
        return ask(CloudOperation.DELETE_VOLUME, new DeleteVolume(cloud.account(), "v1"), Volume.class);
    }

    @Test
    void a_disk_is_created_of_the_configured_type_and_with_the_owners_marks() {
        cloud.json("GET", VOLUMES + "/detail", 200, "{\"volumes\":[]}");
        cloud.json("POST", VOLUMES, 202, "{\"volume\":" + volume("creating", "") + "}");

        assertThat(create()).isEqualTo(new Volume("v1", VolumeStatus.CREATING, null));
        cloud.wire()
                .verify(postRequestedFor(urlPathEqualTo(VOLUMES))
                        .withRequestBody(matchingJsonPath("$.volume.name", equalTo("mercato-7-volume")))
                        .withRequestBody(matchingJsonPath("$.volume.size", equalTo("10")))
                        .withRequestBody(matchingJsonPath("$.volume.volume_type", equalTo("ssd")))
                        .withRequestBody(matchingJsonPath("$.volume.metadata.mercato_subscription", equalTo("7"))));
    }

    @Test
    void a_repeated_creation_says_how_far_the_first_disk_is() {
        cloud.json("GET", VOLUMES + "/detail", 200, "{\"volumes\":[" + volume("available", "") + "]}");

        assertThat(create().status()).isEqualTo(VolumeStatus.AVAILABLE);
        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo(VOLUMES)));
    }

    @ParameterizedTest
    @CsvSource({
        "creating, CREATING",
        "available, AVAILABLE",
        "in-use, ATTACHED",
        "attaching, CHANGING",
        "detaching, CHANGING",
        "error, FAILED",
        "error_deleting, FAILED",
        "maintenance, CHANGING",
    })
    void a_state_of_cinder_is_a_state_of_the_platform(String status, VolumeStatus expected) {
        cloud.json("GET", VOLUMES + "/detail", 200, "{\"volumes\":[" + volume(status, "") + "]}");

        assertThat(create().status()).isEqualTo(expected);
    }

    @Test
    void a_disk_that_lies_ready_is_attached() {
        thereIs("available", "");
        cloud.json("POST", ATTACHMENTS, 200, "{\"volumeAttachment\":{\"id\":\"v1\",\"device\":\"/dev/vdb\"}}");

        attach();

        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(ATTACHMENTS))
                                .withRequestBody(equalToJson("{\"volumeAttachment\":{\"volumeId\":\"v1\"}}")));
    }

    @Test
    void a_disk_that_is_attached_stays_so() {
        thereIs("in-use", "{\"server_id\":\"s1\",\"device\":\"/dev/vdb\"}");

        assertThat(attach()).isEqualTo(new Volume("v1", VolumeStatus.ATTACHED, "s1"));
        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo(ATTACHMENTS)));
    }

    @Test
    void a_disk_of_another_machine_is_refused() {
        thereIs("in-use", "{\"server_id\":\"s2\"}");

        CloudException failure = failureOf(CloudOperation.ATTACH_VOLUME, new AttachVolume(cloud.account(), "s1", "v1"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void a_disk_that_is_away_is_gone() {
        cloud.json(
                "GET", VOLUME, 404, "{\"itemNotFound\":{\"code\":404,\"message\":\"Volume v1 could not be found.\"}}");

        assertThat(delete()).isEqualTo(Volume.gone("v1"));
    }

    @Test
    void a_disk_is_deleted() {
        thereIs("available", "");
        cloud.json("DELETE", VOLUME, 202, "");

        delete();

        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(VOLUME)));
    }

    @Test
    void a_disk_that_is_attached_is_detached_before_it_is_deleted() {
        thereIs("in-use", "{\"server_id\":\"s1\"}");
        cloud.json("DELETE", ATTACHMENTS + "/v1", 202, "");

        delete();

        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(ATTACHMENTS + "/v1")));
        cloud.wire().verify(0, deleteRequestedFor(urlPathEqualTo(VOLUME)));
    }
}
