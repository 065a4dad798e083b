package io.mercato.simulator.machine;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mercato.simulator.TestCloud;
import io.mercato.simulator.TestCloud.Answer;
import io.mercato.simulator.state.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
    private static final int PORT = 20080;

    @TempDir
    Path data;

    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = TestCloud.start(data);
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
    }

    private String machine(boolean dataDisk) throws IOException {
        String json = Json.MAPPER.writeValueAsString(object(
                "name", "Wiki <One>", "port", PORT, "login", "chief", "password", "pass&word", "dataDisk", dataDisk));
        String userData = "#cloud-config\nwrite_files:\n- path: /etc/mercato/application.json\n  encoding: b64\n"
                + "  permissions: '0600'\n  content: " + TestCloud.base64(json) + "\n";
        String id = cloud.runningServer("app", "user_data", TestCloud.base64(userData));
        cloud.awaitUp(id);
        return id;
    }

    private String url(String id) {
        return "http://" + cloud.address(id) + ":" + PORT;
    }

    private void awaitPage(String url) {
        await().ignoreExceptions().until(() -> cloud.get(url + "/").status() == 200);
    }

    private Answer form(String url, String body, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Content-Type", "application/x-www-form-urlencoded"),
                        java.util.stream.Stream.of(headers))
                .toArray(String[]::new);
        return cloud.call("POST", url, body, all);
    }

    private String login(String url) {
        Answer answer = form(url + "/login", "login=chief&password=pass%26word").expect(303);
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    @Test
    void the_page_names_the_product_and_lets_in_only_who_knows_the_password() throws Exception {
        String url = url(machine(false));
        awaitPage(url);

        assertThat(cloud.get(url + "/").text())
                .contains("<h1>Wiki &lt;One&gt;</h1>")
                .contains("name=\"password\"");
        form(url + "/login", "login=chief&password=wrong").expect(401);
        form(url + "/notes", "text=intruder").expect(401);
        form(url + "/notes", "text=intruder", "Cookie", "session=guess").expect(401);
        String session = login(url);
        assertThat(cloud.get(url + "/", "Cookie", session).text()).contains("You are logged in");
        form(url + "/logout", "", "Cookie", session).expect(303);
        assertThat(cloud.get(url + "/", "Cookie", session).text()).doesNotContain("You are logged in");
        cloud.get(url + "/nothing").expect(404);
    }

    @Test
    void notes_lie_on_the_data_disk_and_are_there_again_after_stop_and_start() throws Exception {
        String id = machine(true);
        String url = url(id);
        assertThatThrownBy(() -> cloud.send("GET", url + "/", null)).isInstanceOf(IOException.class);
        cloud.attach(id, cloud.createVolume("d"));
        awaitPage(url);
        form(url + "/notes", "text=buy+%3Cmilk%3E", "Cookie", login(url)).expect(303);

        cloud.act(id, object("os-stop", null));
        cloud.awaitStatus(id, "SHUTOFF");
        assertThatThrownBy(() -> cloud.send("GET", url + "/", null)).isInstanceOf(IOException.class);
        cloud.act(id, object("os-start", null));
        awaitPage(url);
        assertThat(cloud.get(url + "/", "Cookie", login(url)).text()).contains("<li>buy &lt;milk&gt;</li>");
    }

    @Test
    void without_its_disk_the_application_is_not_served() throws Exception {
        String id = machine(true);
        String volume = cloud.createVolume("d");
        cloud.attach(id, volume);
        awaitPage(url(id));

        cloud.delete("/compute/v2.1/servers/" + id + "/os-volume_attachments/" + volume)
                .expect(202);
        cloud.awaitVolume(volume, "available");
        await().until(() -> isSilent(url(id)));
        cloud.awaitUp(id);
    }

    private boolean isSilent(String url) {
        try {
            cloud.send("GET", url + "/", null);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void a_request_that_is_too_large_is_refused() throws Exception {
        String url = url(machine(false));
        awaitPage(url);
        Answer answer = form(url + "/login", "login=" + "x".repeat(100_000));
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        awaitPage(url);
    }
}
