package io.mercato.boot.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.crash.CaughtMails.Mail;
import io.mercato.boot.crash.CrashDatabase.Told;
import io.mercato.boot.crash.OrderStorm.Ordered;
import io.mercato.boot.crash.SimulatedCloud.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing doubled: 200 orders are in flight while the platform is killed with SIGKILL again and again, at
 * the times that hurt most, and is started again each time. The storm comes once; each test looks at one thing that it
 * must have left whole.
 */
class CrashTest {
    private static final int ORDERS = 200;

    private static CrashScene scene;

    @BeforeAll
    static void ride_out_the_storm() throws Exception {
        scene = new CrashScene();
        scene.storm(ORDERS);
    }

    @AfterAll
    static void clear_away() throws Exception {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void each_kill_struck_while_orders_were_in_flight() {
        assertThat(scene.killings())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(killing -> assertThat(killing.inFlight()).isPositive());
        assertThat(scene.unanswered()).as("calls that the kills cut off").isPositive();
    }

    @Test
    void each_order_has_become_one_deployed_subscription() throws Exception {
        List<JsonNode> subscriptions = scene.caller("admin").all("/subscription");

        assertThat(subscriptions).hasSize(ORDERS);
        assertThat(subscriptions)
                .allSatisfy(one -> assertThat(one.get("deploymentStatus").asText())
                        .as("%s", one)
                        .isEqualTo("DEPLOYED"));
        assertThat(subscriptions.stream().map(one -> one.get("id").asInt()))
                .containsExactlyInAnyOrderElementsOf(scene.subscriptions());
        assertThat(scene.caller("admin").all("/order")).hasSize(ORDERS);
    }

    @Test
    void each_subscription_has_one_machine_that_answers() throws Exception {
        List<Machine> machines = scene.cloud.machines();

        assertThat(machines.stream().map(Machine::subscription))
                .containsExactlyInAnyOrderElementsOf(scene.subscriptions());
        assertThat(machines).allSatisfy(machine -> {
            assertThat(machine.status()).isEqualTo("ACTIVE");
            assertThat(machine.answers()).isTrue();
        });
    }

    @Test
    void each_application_has_one_disk_and_a_bare_machine_has_none() throws Exception {
        List<Integer> applications = scene.orders().stream()
                .filter(Ordered::application)
                .map(Ordered::subscription)
                .toList();

        assertThat(scene.cloud.disks()).containsExactlyInAnyOrderElementsOf(applications);
        assertThat(scene.cloud.machines())
                .allSatisfy(machine -> assertThat(machine.disks())
                        .as("%s", machine)
                        .isEqualTo(applications.contains(machine.subscription()) ? 1 : 0));
    }

    @Test
    void each_subscription_has_one_paid_first_invoice() throws Exception {
        List<JsonNode> invoices = scene.caller("admin").all("/invoice");

        assertThat(invoices.stream().map(invoice -> reference(invoice, "subscription")))
                .containsExactlyInAnyOrderElementsOf(scene.subscriptions().stream()
                        .map(id -> "subscription/" + id)
                        .toList());
        assertThat(invoices)
                .allSatisfy(
                        invoice -> assertThat(invoice.get("paid").asBoolean()).isTrue());
    }

    @Test
    void invoices_are_numbered_without_a_gap() throws Exception {
        Map<String, List<Integer>> numbers = scene.caller("admin").all("/invoice").stream()
                .map(invoice -> reference(invoice, "company") + " "
                        + invoice.get("remoteInvoiceId").asText())
                .collect(groupingBy(
                        number -> number.substring(0, number.lastIndexOf('-')),
                        TreeMap::new,
                        mapping(number -> Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)), toList())));

        assertThat(numbers.values().stream().mapToInt(List::size).sum()).isEqualTo(ORDERS);
        assertThat(numbers)
                .allSatisfy((series, given) -> assertThat(given)
                        .as(series)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, given.size()).boxed().toList()));
    }

    @Test
    void customer_and_vendor_are_told_of_each_machine_once() throws Exception {
        List<Mail> mails = CaughtMails.in(scene.platform.data().resolve("mail"));
        List<String> subscriptions =
                scene.subscriptions().stream().map(id -> "subscription/" + id).toList();

        assertThat(about(mails, " is ready")).containsExactlyInAnyOrderElementsOf(subscriptions);
        assertThat(about(mails, "A customer started")).containsExactlyInAnyOrderElementsOf(subscriptions);
        assertThat(about(mails, "Your order "))
                .containsExactlyInAnyOrderElementsOf(scene.orders().stream()
                        .map(order -> "order/" + order.order())
                        .toList());
    }

    @Test
    void each_email_that_was_asked_for_was_caught() throws Exception {
        List<String> asked = scene.database
                .jdbc()
                .sql("select message_id::text from notifier.email")
                .query(String.class)
                .list();
        List<String> caught = CaughtMails.in(scene.platform.data().resolve("mail")).stream()
                .map(mail -> mail.messageId().replaceAll("^<|@.*$", ""))
                .toList();

        assertThat(caught).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void each_event_arrived_and_those_of_one_entity_in_their_order() {
        assertThat(toldInOrder(scene.integration))
                .containsAll(entities("subscription/"))
                .containsAll(invoiceEntities());
        assertThat(toldInOrder(scene.vendor))
                .hasSize(ORDERS / 2)
                .allMatch(entity -> entity.startsWith("subscription/"));
    }

    @Test
    void there_is_no_dead_letter() throws Exception {
        assertThat(DeadLetters.queues()).isNotEmpty();
        assertThat(DeadLetters.of(scene.platform)).isEmpty();
    }

    /** Which entities the endpoint was told of, after what it was told has been compared with what has happened. */
    private static List<String> toldInOrder(EventEndpoint endpoint) {
        Map<String, List<String>> happened = scene.database.events(endpoint.url()).stream()
                .collect(groupingBy(Told::entity, TreeMap::new, mapping(Told::body, toList())));
        Map<String, List<String>> received = endpoint.received();
        assertThat(received.keySet()).containsExactlyInAnyOrderElementsOf(happened.keySet());
        happened.forEach((entity, events) -> {
            assertThat(received.get(entity)).as(entity).hasSizeGreaterThanOrEqualTo(events.size());
            assertThat(withoutRepeats(received.get(entity))).as(entity).isEqualTo(withoutRepeats(events));
        });
        return List.copyOf(happened.keySet());
    }

    /** An event that was told twice stands beside itself. */
    private static List<String> withoutRepeats(List<String> events) {
        List<String> once = new ArrayList<>();
        for (String event : events) {
            if (once.isEmpty() || !once.get(once.size() - 1).equals(event)) {
                once.add(event);
            }
        }
        return once;
    }

    private static List<String> about(List<Mail> mails, String subject) {
        return mails.stream()
                .filter(mail -> mail.subject().contains(subject))
                .map(Mail::about)
                .toList();
    }

    private static List<String> entities(String prefix) {
        return scene.subscriptions().stream().map(id -> prefix + id).toList();
    }

    private static List<String> invoiceEntities() {
        return scene.orders().stream()
                .map(order -> "invoice/" + order.invoice())
                .toList();
    }

    private static String reference(JsonNode from, String field) {
        return from.at("/" + field + "/url").asText();
    }
}
