package io.mercato.platform.notifier;

import static io.mercato.platform.notifier.NotifierTestPlatform.DEAD;
import static io.mercato.platform.notifier.NotifierTestPlatform.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import io.mercato.domain.notifier.message.RecipientErased;
import io.mercato.platform.notifier.PlayedMailServer.Mood;
import io.mercato.processors.json.Json;
import io.mercato.processors.notifier.EmailStore;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@SpringBootTest(
        classes = NotifierTestPlatform.class,
        properties = {
            "queue.notifier.emails=" + QUEUE,
            "mercato.notifier.from=no-reply@market.example",
            "mercato.notifier.connect-timeout=2s",
            "mercato.notifier.response-timeout=2s"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class SendEmailTest {
    private static final int PORT = freePort();
    private static final Recipient ADA = new Recipient("Ada Rossi", "ada@example.org");
    private static final Brand BRAND = new Brand("Bazaar", "#0b5cad", "https://market.example", "help@market.example");

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final UUID id = UUID.randomUUID();
    private final GreenMail mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private ConsumerTemplate consumer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private EmbeddedActiveMQ broker;

    @MockitoSpyBean
    private EmailStore store;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
    }

    @BeforeEach
    void threeAttempts() throws Exception {
        NotifierTestPlatform.attempts(broker, 3);
        broker.getActiveMQServer().locateQueue(SimpleString.of(DEAD)).deleteAllReferences();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_request_becomes_an_email_in_the_customers_language() throws Exception {
        mail.start();

        request(deployed(ADA), "it");

        awaitStatus("SENT");
        MimeMessage message = mail.getReceivedMessages()[0];
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getSubject()).isEqualTo("my-wiki è pronto");
        assertThat(message.getMessageID()).isEqualTo("<" + id + "@market.example>");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Password: s3cret");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<!DOCTYPE html>", "s3cret");
        assertThat(row().toString()).doesNotContain("s3cret").contains("ada@example.org", "my-wiki è pronto");
    }

    @Test
    void a_message_that_comes_twice_is_sent_once() {
        mail.start();

        request(deployed(ADA), "en");
        awaitStatus("SENT");
        request(deployed(ADA), "en");

        awaitQueueEmpty();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(row()).containsEntry("attempts", 1);
    }

    @Test
    void while_the_mail_server_is_down_the_email_waits_and_then_it_is_sent() {
        NotifierTestPlatform.attempts(broker, -1);

        request(deployed(ADA), "en");

        await().untilAsserted(() ->
                assertThat(row()).extractingByKey("attempts", INTEGER).isGreaterThan(2));
        assertThat(row().get("last_error").toString()).contains("refused");
        mail.start();
        awaitStatus("SENT");
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(row().get("last_error")).isNull();
    }

    @Test
    void the_kept_connection_that_the_mail_server_closed_between_two_emails_costs_neither_an_attempt()
            throws Exception {
        try (PlayedMailServer closing = new PlayedMailServer(PORT, Mood.CLOSING)) {
            UUID other = UUID.randomUUID();

            request(deployed(ADA), "en");
            awaitStatus("SENT");
            send(json.write(deployed(ADA)), other);
            await().untilAsserted(() -> assertThat(row(other)).containsEntry("status", "SENT"));

            assertThat(closing.taken).containsExactly(id + "@market.example", other + "@market.example");
            assertThat(closing.connections).hasValue(2);
            assertThat(row(id)).containsEntry("attempts", 1);
            assertThat(row(other)).containsEntry("attempts", 1);
        }
    }

    @Test
    void an_email_that_is_sent_at_once_is_one_commit() {
        mail.start();
        request(deployed(ADA), "en");
        awaitStatus("SENT");

        assertThat(jdbc.sql("select count(distinct t.xmin::text) from (select xmin from notifier.email"
                                + " where message_id = ? union all"
                                + " select xmin from notifier.inbox where message_id = ?) t")
                        .params(id, id)
                        .query(Integer.class)
                        .single())
                .isOne();
        verify(store, never()).attemptFailed(any(), any(), any());
    }

    @Test
    void an_email_that_cannot_be_sent_in_all_attempts_is_a_dead_letter_and_not_lost(CapturedOutput log) {
        request(deployed(ADA), "en");

        awaitDead();
        assertThat(row()).containsEntry("status", "PENDING").containsEntry("attempts", 3);
        assertThat(log).contains("Connection refused").doesNotContain("s3cret");

        mail.start();
        send(consumer.receiveBody("jms:queue:" + DEAD, 5_000, String.class));
        awaitStatus("SENT");
    }

    @Test
    void a_recipient_that_the_server_refuses_for_good_is_recorded_and_not_tried_again() throws IOException {
        try (PlayedMailServer refusing = new PlayedMailServer(PORT, Mood.REFUSING)) {
            request(deployed(ADA), "en");

            awaitStatus("FAILED");
            assertThat(row().get("last_error").toString()).contains("550");
            awaitQueueEmpty();
            assertThat(refusing.refused).hasValue(1);
        }
        assertThat(NotifierTestPlatform.waiting(broker, DEAD)).isZero();
    }

    @Test
    void a_name_that_would_add_a_header_is_refused() {
        mail.start();

        request(deployed(new Recipient("Ada\r\nBcc: all@example.org", "ada@example.org")), "en");

        awaitStatus("FAILED");
        assertThat(row().get("last_error").toString()).contains("line break");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_unknown_email_is_a_dead_letter() {
        mail.start();

        EmailRequested whole = deployed(ADA);
        request(new EmailRequested("no-such-email", whole.to(), "en", whole.model(), whole.brand()), "en");

        awaitDead();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_crash_after_the_mail_server_took_it_sends_it_again_under_the_same_id() throws Exception {
        mail.start();
        doThrow(new IllegalStateException("crash"))
                .doCallRealMethod()
                .when(store)
                .sent(any(), any(), any());

        request(deployed(ADA), "en");

        awaitStatus("SENT");
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[0].getMessageID())
                .isEqualTo(mail.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void what_is_old_is_forgotten() {
        mail.start();
        request(deployed(ADA), "en");
        awaitStatus("SENT");
        jdbc.sql("update notifier.inbox set received_at = now() - interval '8 days'")
                .update();
        jdbc.sql("update notifier.email set created_at = now() - interval '366 days'")
                .update();

        template.sendBody("direct:notifier-forget", null);

        assertThat(count("notifier.email")).isZero();
        assertThat(count("notifier.inbox")).isZero();
    }

    @Test
    void who_was_erased_is_named_by_no_record_any_more() {
        mail.start();
        request(deployed(new Recipient("Ada Rossi", "Ada@Example.org")), "en");
        awaitStatus("SENT");

        String erased = json.write(new RecipientErased(List.of("ada@example.org", "old@example.org")));
        template.sendBodyAndHeaders(
                "jms:queue:" + QUEUE,
                erased,
                Map.of(
                        MessageHeaders.MESSAGE_ID,
                        UUID.randomUUID().toString(),
                        MessageHeaders.MESSAGE_TYPE,
                        "RecipientErased"));

        await().untilAsserted(() -> assertThat(row()).containsEntry("recipient", "erased"));
        assertThat(row()).containsEntry("status", "SENT").containsEntry("subject", null);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private static EmailRequested deployed(Recipient to) {
        return new SubscriptionEmail.Deployed(
                        "my-wiki",
                        "Wiki",
                        new ResourcePage("subscription", 1, "https://market.example/s/1"),
                        "http://127.77.0.1",
                        "admin",
                        "s3cret",
                        null,
                        List.of(),
                        false,
                        false)
                .to(to, "en", BRAND);
    }

    private void request(EmailRequested email, String language) {
        send(json.write(new EmailRequested(email.template(), email.to(), language, email.model(), email.brand())));
    }

    private void send(String body) {
        send(body, id);
    }

    private void send(String body, UUID messageId) {
        template.sendBodyAndHeader("jms:queue:" + QUEUE, body, MessageHeaders.MESSAGE_ID, messageId.toString());
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(row()).containsEntry("status", status));
    }

    private void awaitDead() {
        await().untilAsserted(() ->
                assertThat(NotifierTestPlatform.waiting(broker, DEAD)).isEqualTo(1));
    }

    private void awaitQueueEmpty() {
        await().untilAsserted(() ->
                assertThat(NotifierTestPlatform.waiting(broker, QUEUE)).isZero());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** Empty before its first attempt has ended. */
    private Map<String, Object> row() {
        return row(id);
    }

    private Map<String, Object> row(UUID messageId) {
        return jdbc
                .sql("select * from notifier.email where message_id = ?")
                .param(messageId)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
