package io.mercato.platform.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mercato.platform.notifier.PlayedMailServer.Mood;
import io.mercato.processors.notifier.MailServerProperties;
import io.mercato.processors.notifier.NotifierProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.util.MailConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptConnectionsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private PlayedMailServer server;
    private KeptConnections sender;

    @BeforeEach
    void start() throws IOException {
        server = new PlayedMailServer(0, Mood.KIND);
        sender = sender(4, LONG, 100);
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
    }

    @Test
    void one_after_the_other_they_go_over_one_connection() throws Exception {
        send("a", "b", "c");

        assertThat(server.taken).containsExactly("a", "b", "c");
        assertThat(server.connections).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "TIRED"})
    void after_the_server_closed_the_kept_one_each_goes_over_a_new_one_and_once(Mood mood) throws Exception {
        server.mood = mood;

        send("a", "b", "c");

        assertThat(server.taken).containsExactly("a", "b", "c");
        assertThat(server.connections).hasValue(3);
    }

    @Test
    void while_the_server_is_down_it_fails_and_afterwards_it_goes_on() throws Exception {
        send("a");
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> send("b")).isInstanceOf(MailConnectException.class);
        assertThatThrownBy(() -> send("b")).isInstanceOf(MailConnectException.class);

        server = new PlayedMailServer(port, Mood.KIND);
        send("b", "c");
        assertThat(server.taken).containsExactly("b", "c");
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void a_server_that_is_silent_is_left_after_the_time_out() {
        server.mood = Mood.SILENT;

        assertThatThrownBy(() -> send("a")).isInstanceOf(MessagingException.class);

        await().untilAsserted(() -> assertThat(server.open).hasValue(0));
    }

    @Test
    void one_that_falls_silent_is_replaced() throws Exception {
        send("a");
        server.mood = Mood.SILENT;
        assertThatThrownBy(() -> send("b")).isInstanceOf(MessagingException.class);
        server.mood = Mood.KIND;

        send("c");

        assertThat(server.taken).containsExactly("a", "c");
    }

    @Test
    void one_on_which_something_was_refused_is_closed() throws Exception {
        server.mood = Mood.REFUSING;
        assertThatThrownBy(() -> send("a")).isInstanceOf(SendFailedException.class);
        await().untilAsserted(() -> assertThat(server.open).hasValue(0));
        server.mood = Mood.KIND;

        send("b");

        assertThat(server.taken).containsExactly("b");
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void after_so_many_one_is_closed() throws Exception {
        sender = sender(4, LONG, 2);

        send("a", "b", "c", "d", "e");

        assertThat(server.taken).containsExactly("a", "b", "c", "d", "e");
        assertThat(server.connections).hasValue(3);
    }

    @Test
    void one_that_sends_nothing_is_closed_after_a_while() throws Exception {
        sender = sender(4, Duration.ofMillis(200), 100);
        send("a");

        await().untilAsserted(() -> assertThat(server.open).hasValue(0));
        send("b");

        assertThat(server.connections).hasValue(2);
    }

    @Test
    void side_by_side_they_share_no_connection_and_open_no_more_than_they_may() throws Exception {
        sender = sender(2, LONG, 100);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sent = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        send("m" + number);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(server.taken).hasSize(40).doesNotHaveDuplicates();
        assertThat(server.connections.get()).isBetween(1, 2);
    }

    @Test
    void all_are_closed_at_the_end() throws Exception {
        send("a");

        sender.close();

        await().untilAsserted(() -> assertThat(server.open).hasValue(0));
    }

    private void send(String... ids) throws MessagingException {
        for (String id : ids) {
            MimeMessage message = new MimeMessage(sender.getSession());
            message.setFrom("no-reply@market.example");
            message.setRecipients(MimeMessage.RecipientType.TO, "ada@example.org");
            message.setText("Hello");
            message.saveChanges();
            message.setHeader("Message-ID", "<" + id + ">");
            sender.send(message);
        }
    }

    private KeptConnections sender(int connections, Duration keepConnection, int mailsPerConnection) {
        if (sender != null) {
            sender.close();
        }
        return new MailServer()
                .notifierMailSender(
                        new MailServerProperties("127.0.0.1", server.port(), "", "", "smtp", Map.of()),
                        new NotifierProperties(
                                "no-reply@market.example",
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                connections,
                                keepConnection,
                                mailsPerConnection,
                                LONG,
                                LONG));
    }
}
