package io.mercato.boot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import io.mercato.boot.PlatformProperties;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
    private static final MailCatcherProperties SETTINGS = new MailCatcherProperties(true, "127.0.0.1", 0, 0, 3);
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @TempDir
    Path data;

    private GreenMail catcher;
    private MailPageServer page;

    @BeforeEach
    void start() throws Exception {
        MailCatcherConfiguration configuration = new MailCatcherConfiguration();
        MailFolder folder = configuration.mailFolder(new PlatformProperties(data, true), SETTINGS);
        catcher = configuration.mailCatcher(folder, SETTINGS);
        catcher.start();
        page = configuration.mailPageServer(folder, SETTINGS, JSON);
    }

    @AfterEach
    void stop() {
        catcher.stop();
        page.close();
    }

    @Test
    void a_mail_is_caught_once_for_all_its_recipients_and_shown_as_text_and_html() throws Exception {
        send("Your machine is ready", "Log in with ssh", "<p>Log in with <b>ssh</b></p>", "a@b.example", "c@b.example");

        JsonNode mails = JSON.readTree(get("/messages").body());

        assertThat(mails).hasSize(1);
        assertThat(mails.at("/0/subject").asText()).isEqualTo("Your machine is ready");
        assertThat(mails.at("/0/to").toString()).contains("a@b.example", "c@b.example");
        assertThat(mails.at("/0/text").asText()).contains("Log in with ssh");
        assertThat(mails.at("/0/html").asText()).contains("<b>ssh</b>");
        String id = mails.at("/0/id").asText();
        assertThat(get("/").body()).contains("Your machine is ready", "/mail/" + id);
        assertThat(get("/mail/" + id).body()).contains("Log in with ssh", "<iframe sandbox", "/mail/" + id + "/html");
        assertThat(JSON.readTree(get("/messages/" + id).body())).isEqualTo(mails.get(0));
    }

    @Test
    void caught_mails_survive_a_restart() throws Exception {
        send("kept", "text", "<p>html</p>", "a@b.example");
        stop();
        start();

        assertThat(get("/").body()).contains("kept");
    }

    @Test
    void nothing_in_a_mail_runs_in_the_page() throws Exception {
        send("<script>alert(1)</script>", "<script>alert(2)</script>", "<script>alert(3)</script>", "a@b.example");
        String id = JSON.readTree(get("/messages").body()).at("/0/id").asText();

        assertThat(get("/").body()).doesNotContain("<script>");
        assertThat(get("/mail/" + id).body()).doesNotContain("<script>");
        assertThat(get("/mail/" + id + "/html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("sandbox;")
                .contains("default-src 'none'");
    }

    @Test
    void only_the_newest_mails_are_kept() throws Exception {
        for (int i = 1; i <= 5; i++) {
            send("mail " + i, "text", "<p>html</p>", "a@b.example");
        }

        assertThat(JSON.readTree(get("/messages").body()).findValuesAsText("subject"))
                .containsExactly("mail 5", "mail 4", "mail 3");
    }

    @Test
    void a_mail_that_does_not_exist_is_not_found_whatever_its_name() throws Exception {
        assertThat(get("/mail/20260101-000000000-00001").statusCode()).isEqualTo(404);
        assertThat(get("/mail/..%2f..%2fsecrets").statusCode()).isEqualTo(404);
        assertThat(get("/other").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text, String html, String... to) throws Exception {
        Properties server = new Properties();
        server.put("mail.smtp.host", "127.0.0.1");
        server.put("mail.smtp.port", String.valueOf(catcher.getSmtp().getPort()));
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        MimeMessage message = new MimeMessage(Session.getInstance(server));
        message.setFrom("noreply@mercato.example");
        message.addRecipients(Message.RecipientType.TO, String.join(",", to));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
