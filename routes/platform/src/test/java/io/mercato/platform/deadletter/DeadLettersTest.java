package io.mercato.platform.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.deadletter.DeadLetter;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;

/** Messages that die and live again, on a real database and the platform's own queues. */
@CamelSpringBootTest
@SpringBootTest(
        classes = DeadLetterTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.flyway.enabled=false",
            "camel.component.jms.transacted=true",
            "camel.component.jms.lazy-create-transaction-manager=false",
            "camel.component.jms.cache-level-name=CACHE_CONSUMER",
            "mercato.outbox.period=500"
        })
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COMMANDS = "deployer.commands";
    private static final Principal ADMIN =
            new Principal(1, "admin", "a@mercato.example", "A", "en", Role.ADMIN, null, "boss");

    @Autowired
    ConnectionFactory connections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProducerTemplate template;

    @Autowired
    FluentProducerTemplate call;

    @Autowired
    FickleConsumer consumer;

    @Autowired
    DeadLetterGauge gauge;

    @Autowired
    EmbeddedActiveMQ broker;

    /** What an earlier test sent may still be under way: it would be found by this one. */
    @BeforeEach
    void anew() {
        consumer.broken = false;
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(unsent("queue <> 'gone'")).isZero();
            assertThat(underWay()).isZero();
        });
        consumer.broken = true;
        consumer.done.clear();
        consumer.groups.clear();
        consumer.failures.set(0);
        jdbc.sql("truncate deadletter.dead_letter, deadletter.failure").update();
    }

    @Test
    void a_message_that_fails_for_good_is_kept_with_its_cause_and_without_secrets() {
        String id = send(COMMANDS, "{\"secret\":\"of the customer\"}");

        DeadLetter letter = awaitLetters(1).get(0);

        assertThat(letter.messageId()).isEqualTo(id);
        assertThat(letter.queue()).isEqualTo(COMMANDS);
        assertThat(letter.type()).isEqualTo("Deploy");
        assertThat(letter.aggregate()).isEqualTo("subscription/4");
        assertThat(letter.requestId()).isEqualTo("request-7");
        assertThat(letter.route()).isEqualTo("test-take-" + COMMANDS);
        assertThat(letter.cause()).isEqualTo("RuntimeException: disk full, token: ***");
        assertThat(letter.attempts()).isEqualTo(6).isEqualTo(consumer.failures.get());
        assertThat(letter.state()).isEqualTo(DeadLetter.State.OPEN);
        assertThat(everythingStored()).doesNotContain("of the customer").contains("v1:");
        assertThat(failures()).as("told once").isZero();
    }

    @Test
    void a_redriven_letter_succeeds_exactly_once_in_its_old_group() {
        String id = send(COMMANDS, "work");
        DeadLetter letter = awaitLetters(1).get(0);
        consumer.broken = false;

        DeadLetter redriven = (DeadLetter) redrive(letter.id());

        assertThat(redriven.state()).isEqualTo(DeadLetter.State.REDRIVEN);
        assertThat(redriven.redriven().by()).isEqualTo("boss as admin");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.done).containsExactly(id + " work"));
        assertThat(consumer.groups).containsExactly("subscription/4");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent("true")).isZero());
        assertThat(everythingStored()).as("what it said is gone").doesNotContain("v1:");
        assertThat(browse(COMMANDS)).isEmpty();
        assertThat(consumer.done).hasSize(1);
    }

    @Test
    void after_a_crash_between_the_two_commits_it_is_not_sent_twice() {
        send(COMMANDS, "work");
        int letter = awaitLetters(1).get(0).id();
        String payload = jdbc.sql("select encrypted_payload from deadletter.dead_letter")
                .query(String.class)
                .single();
        consumer.broken = false;
        redrive(letter);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent("true")).isZero());

        // as if it had never been committed that it is sent
        jdbc.sql("update deadletter.dead_letter set sent_at = null, encrypted_payload = ?")
                .param(payload)
                .update();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent("true")).isZero());
        assertThat(consumer.done).hasSize(1);
        assertThat(browse(COMMANDS)).isEmpty();
    }

    @Test
    void a_letter_is_dealt_with_once() {
        send(COMMANDS, "one");
        send(COMMANDS, "two");
        List<DeadLetter> letters = awaitLetters(2);
        int redriven = letters.get(1).id();
        int discarded = letters.get(0).id();
        consumer.broken = false;

        redrive(redriven);
        discard(discarded);

        for (int id : List.of(redriven, discarded)) {
            assertFails(() -> redrive(id), ErrorKind.CONFLICT);
            assertFails(() -> discard(id), ErrorKind.CONFLICT);
            assertFails(() -> discard(999_999), ErrorKind.NOT_FOUND);
        }
        assertThat(list(Map.of("open", "true"))).isEmpty();
        assertThat(list(Map.of())).hasSize(2);
        assertThat(list(Map.of()).get(0).discarded().by()).isEqualTo("boss as admin");
    }

    @Test
    void one_that_dies_again_is_another_letter_of_the_same_message() {
        String id = send(COMMANDS, "work");
        redrive(awaitLetters(1).get(0).id());

        List<DeadLetter> letters = awaitLetters(2);

        assertThat(letters).extracting(DeadLetter::messageId).containsExactly(id, id);
        assertThat(letters)
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.OPEN, DeadLetter.State.REDRIVEN);
        assertThat(letters.get(0).attempts()).isEqualTo(6);
    }

    @Test
    void an_event_goes_back_to_the_one_queue_that_it_died_in() throws JMSException {
        String id = send(null, "happened");
        DeadLetter letter = awaitLetters(1).get(0);
        assertThat(letter.queue()).isEqualTo("cmw.deployment-events");
        JmsTemplate neighbour = new JmsTemplate(connections);
        neighbour.setReceiveTimeout(300);
        String neighbours = "deployer.events::" + DeadLetterTestApplication.NEIGHBOUR;
        assertThat(neighbour.receive(neighbours).getBody(String.class)).isEqualTo("happened");
        consumer.broken = false;

        redrive(letter.id());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.done).containsExactly(id + " happened"));
        assertThat(neighbour.receive(neighbours)).isNull();
    }

    @Test
    void all_open_ones_of_one_queue_are_redriven_in_the_order_of_their_deaths() {
        for (String text : List.of("one", "two", "three")) {
            send(COMMANDS, text);
        }
        send("notifier.emails", "a mail");
        awaitLetters(4);
        consumer.broken = false;

        Object count = call.to("direct:deadletter-redrive-queue")
                .withVariable("filter", new Filter(Map.of("queue", COMMANDS)))
                .withVariable("principal", ADMIN)
                .request();

        assertThat(count).isEqualTo(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.done).hasSize(3));
        assertThat(consumer.done)
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactlyElementsOf(textsInOrderOfDeath());
        assertThat(list(Map.of("open", "true"))).extracting(DeadLetter::queue).containsExactly("notifier.emails");
        assertThat(list(Map.of("queue", COMMANDS, "open", "false"))).hasSize(3);
        assertThat(list(Map.of("type", "Nothing"))).isEmpty();
    }

    @Test
    void a_queue_that_is_unknown_or_not_named_is_refused() {
        for (Map<String, String> query : List.of(Map.<String, String>of(), Map.of("queue", "misspelt"))) {
            assertFails(
                    () -> call.to("direct:deadletter-redrive-queue")
                            .withVariable("filter", new Filter(query))
                            .withVariable("principal", ADMIN)
                            .request(),
                    query.isEmpty() ? ErrorKind.INVALID : ErrorKind.REJECTED);
        }
        template.sendBody("jms:queue:platform.dead", "from nowhere");
        DeadLetter stray = awaitLetters(1).get(0);
        assertThat(stray.cause()).startsWith("Unknown");
        assertFails(() -> redrive(stray.id()), ErrorKind.REJECTED);
    }

    @Test
    void one_that_cannot_be_sent_does_not_hold_the_others_up() throws Exception {
        send("notifier.emails", "a mail");
        int first = awaitLetters(1).get(0).id();
        String id = send(COMMANDS, "work");
        int second = awaitLetters(2).get(0).id();
        consumer.broken = false;
        redriveToNowhere(first);

        redrive(second);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.done).containsExactly(id + " work"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsent("true")).isEqualTo(1));
    }

    @Test
    void a_failure_is_forgotten_once_a_later_attempt_goes_well() {
        String id = send("notifier.emails", "a mail");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failures()).isPositive());

        consumer.broken = false;

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(consumer.done).containsExactly(id + " a mail"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failures()).isZero());
        assertThat(list(Map.of())).isEmpty();
    }

    @Test
    void the_gauge_counts_those_that_wait() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        gauge.bindTo(registry);
        send(COMMANDS, "one");
        send(COMMANDS, "two");
        int first = awaitLetters(2).get(0).id();
        assertThat(registry.get("mercato.dead.letters").gauge().value()).isEqualTo(2);

        discard(first);

        assertThat(registry.get("mercato.dead.letters").gauge().value()).isEqualTo(1);
    }

    @Test
    void every_queue_of_dead_ones_is_kept_and_none_of_them_gives_up() throws IOException {
        Properties destinations = PropertiesLoaderUtils.loadAllProperties("destinations.properties");
        List<String> dead = destinations.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".dead"))
                .map(destinations::getProperty)
                .toList();

        assertThat(dead).isNotEmpty().allSatisfy(queue -> {
            assertThat(broker.getActiveMQServer().locateQueue(queue).getConsumerCount())
                    .isPositive();
            assertThat(broker.getActiveMQServer()
                            .getAddressSettingsRepository()
                            .getMatch(queue)
                            .getMaxDeliveryAttempts())
                    .as(queue)
                    .isEqualTo(-1);
        });
    }

    private long underWay() {
        ActiveMQServer server = broker.getActiveMQServer();
        return Stream.of(server.getActiveMQServerControl().getQueueNames())
                .map(server::locateQueue)
                .filter(queue -> queue != null && queue.getConsumerCount() > 0)
                .mapToLong(Queue::getMessageCount)
                .sum();
    }

    /** @param queue null for the address of the events */
    private String send(String queue, String text) {
        String id = UUID.randomUUID().toString();
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer()
                    .setProperty(MessageHeaders.MESSAGE_ID, id)
                    .setProperty(MessageHeaders.MESSAGE_TYPE, "Deploy")
                    .setProperty(MessageHeaders.AGGREGATE, "subscription/4")
                    .setProperty(MessageHeaders.REQUEST_ID, "request-7")
                    .setProperty(MessageHeaders.GROUP, "subscription/4")
                    .setProperty("_AMQ_DUPL_ID", id)
                    .send(queue == null ? jms.createTopic("deployer.events") : jms.createQueue(queue), text);
        }
        return id;
    }

    private Object redrive(int id) {
        return call.to("direct:deadletter-redrive-letter")
                .withVariable("id", id)
                .withVariable("principal", ADMIN)
                .request();
    }

    /** As if its queue had gone with a new version of the platform, after it was redriven. */
    private void redriveToNowhere(int id) {
        jdbc.sql("""
                        update deadletter.dead_letter
                        set queue = 'gone', redriven_at = now(), redriven_by = 'a', duplicate_id = gen_random_uuid()
                        where id = ?
                        """).param(id).update();
    }

    private void discard(int id) {
        call.to("direct:deadletter-discard-letter")
                .withVariable("id", id)
                .withVariable("principal", ADMIN)
                .request();
    }

    private static void assertFails(Runnable action, ErrorKind kind) {
        assertThatThrownBy(action::run)
                .isInstanceOf(CamelExecutionException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private List<DeadLetter> awaitLetters(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(list(Map.of())).hasSize(count));
        return list(Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<DeadLetter> list(Map<String, String> query) {
        return ((Page<DeadLetter>) call.to("direct:deadletter-list-letters")
                        .withVariable("filter", new Filter(query))
                        .withVariable("page", PageRequest.FIRST)
                        .request())
                .items();
    }

    private List<String> textsInOrderOfDeath() {
        List<String> ids = jdbc.sql("select message_id from deadletter.dead_letter where queue = ? order by id")
                .param(COMMANDS)
                .query(String.class)
                .list();
        return ids.stream()
                .map(id -> consumer.done.stream()
                        .filter(line -> line.startsWith(id))
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private String everythingStored() {
        return jdbc.sql("select coalesce(string_agg(row_to_json(l)::text, ' '), '') from deadletter.dead_letter l")
                .query(String.class)
                .single();
    }

    private long failures() {
        return jdbc.sql("select count(*) from deadletter.failure")
                .query(Long.class)
                .single();
    }

    private long unsent(String condition) {
        return jdbc.sql(
                        "select count(*) from deadletter.dead_letter where redriven_at is not null and sent_at is null and "
                                + condition)
                .query(Long.class)
                .single();
    }

    private List<Message> browse(String queue) {
        return new JmsTemplate(connections).browse(queue, (session, browser) -> {
            List<Message> messages = new java.util.ArrayList<>();
            browser.getEnumeration().asIterator().forEachRemaining(one -> messages.add((Message) one));
            return messages;
        });
    }
}
