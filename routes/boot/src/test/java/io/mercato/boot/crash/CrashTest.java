package io.mercato.boot.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.crash.CaughtMails.Mail;
import io.mercato.boot.crash.CrashDatabase.Told;
import io.mercato.boot.crash.OrderStorm.Ordered;
import io.mercato.boot.crash.SimulatedCloud.Machine;
import io.mercato.boot.harness.ApiClient;
import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.PlatformProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing lost, nothing doubled: 200 orders are in flight while the platform is killed with SIGKILL again and again, at
 * the times that hurt most, and is started again each time. The storm comes once; each test looks at one thing that it
 * must have left whole.
 */
class CrashTest {
    private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
    private static final int ORDERS = 200;
    private static final int CUSTOMERS = 5;
    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG9vv513m0WTY+D87xudB0YSlnENE4dwetL2wZ381TIc";
    private static final Duration CALM = Duration.ofMinutes(5);
    /** The same moments each time, as far as the machine that it runs on lets them be the same. */
    private static final int[] SHIFT = new Random(20_261_122).ints(6, 0, 15).toArray();

    private static FakeIdentityProvider identities;
    private static EventEndpoint integration;
    private static EventEndpoint vendor;
    private static PlatformProcess platform;
    private static CrashDatabase database;
    private static SimulatedCloud cloud;
    private static Reaper reaper;
    private static List<Ordered> orders;
    private static int unanswered;

    @BeforeAll
    static void ride_out_the_storm() throws Exception {
        identities = new FakeIdentityProvider();
        integration = new EventEndpoint();
        vendor = new EventEndpoint();
        platform = PlatformProcess.named("crash", settings()).start().awaitReady();
        database = new CrashDatabase(platform);
        cloud = new SimulatedCloud(platform);
        nameTheVendorsEndpoint();
        try (OrderStorm storm = new OrderStorm(customers(), caller("admin"))) {
            reaper = new Reaper(platform, database, storm);
            storm.begin(ORDERS);
            killAgainAndAgain(storm);
            orders = storm.finished();
            unanswered = storm.unanswered();
        }
        awaitCalm();
    }

    @AfterAll
    static void clear_away() throws Exception {
        platform.close();
        vendor.close();
        integration.close();
        identities.close();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(identities.settings());
        settings.put("mercato.cloud-simulator.boot-time", "200ms");
        settings.put("mercato.mail.keep", "100000");
        settings.put("mercato.cmw.events.platform-endpoints[0].url", integration.url());
        settings.put("mercato.cmw.events.connect-timeout", "1s");
        settings.put("mercato.cmw.events.response-timeout", "2s");
        return settings;
    }

    private static void killAgainAndAgain(OrderStorm storm) throws Exception {
        reaper.killWhen("orders come in", () -> storm.placed() >= 10 + SHIFT[0]);
        reaper.killWhen("more orders come in", () -> storm.placed() >= 45 + SHIFT[1]);
        reaper.killWhen("just paid", () -> storm.paid() >= 80 + SHIFT[2]);
        reaper.killOnTheWayUp();
        reaper.killWhen("the broker has just written", new JournalWatch(platform.data()));
        reaper.killWhen("machines are created", () -> cloud.machines().size() >= 70 + SHIFT[3]);
        reaper.killWhen("disks are attached", () -> attached() >= 60 + SHIFT[4]);
        reaper.killWhen("the broker has just written again", new JournalWatch(platform.data()));
        reaper.killWhen("most machines are there", () -> cloud.machines().size() >= 160 + SHIFT[5]);
        platform.awaitReady();
    }

    private static int attached() throws Exception {
        return cloud.machines().stream().mapToInt(Machine::disks).sum();
    }

    private static void awaitCalm() {
        await("everything to arrive")
                .atMost(CALM)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(database.onTheirWay()).isEmpty());
        LOG.info("Calm. {} calls had no answer; {}", unanswered, reaper.killings());
    }

    @Test
    void each_kill_struck_while_orders_were_in_flight() {
        assertThat(reaper.killings())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(killing -> assertThat(killing.inFlight()).isPositive());
        assertThat(unanswered).as("calls that the kills cut off").isPositive();
    }

    @Test
    void each_order_has_become_one_deployed_subscription() throws Exception {
        List<JsonNode> subscriptions = caller("admin").all("/subscription");

        assertThat(subscriptions).hasSize(ORDERS);
        assertThat(subscriptions)
                .allSatisfy(one -> assertThat(one.get("deploymentStatus").asText())
                        .as("%s", one)
                        .isEqualTo("DEPLOYED"));
        assertThat(subscriptions.stream().map(one -> one.get("id").asInt())).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(caller("admin").all("/order")).hasSize(ORDERS);
    }

    @Test
    void each_subscription_has_one_machine_that_answers() throws Exception {
        List<Machine> machines = cloud.machines();

        assertThat(machines.stream().map(Machine::subscription)).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(machines).allSatisfy(machine -> {
            assertThat(machine.status()).isEqualTo("ACTIVE");
            assertThat(machine.answers()).isTrue();
        });
    }

    @Test
    void each_application_has_one_disk_and_a_bare_machine_has_none() throws Exception {
        List<Integer> applications = orders.stream()
                .filter(Ordered::application)
                .map(Ordered::subscription)
                .toList();

        assertThat(cloud.disks()).containsExactlyInAnyOrderElementsOf(applications);
        assertThat(cloud.machines())
                .allSatisfy(machine -> assertThat(machine.disks())
                        .as("%s", machine)
                        .isEqualTo(applications.contains(machine.subscription()) ? 1 : 0));
    }

    @Test
    void each_subscription_has_one_paid_first_invoice() throws Exception {
        List<JsonNode> invoices = caller("admin").all("/invoice");

        assertThat(invoices.stream().map(invoice -> reference(invoice, "subscription")))
                .containsExactlyInAnyOrderElementsOf(
                        ids().stream().map(id -> "subscription/" + id).toList());
        assertThat(invoices)
                .allSatisfy(
                        invoice -> assertThat(invoice.get("paid").asBoolean()).isTrue());
    }

    @Test
    void invoices_are_numbered_without_a_gap() throws Exception {
        Map<String, List<Integer>> numbers = caller("admin").all("/invoice").stream()
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
        List<Mail> mails = CaughtMails.in(platform.data().resolve("mail"));
        List<String> subscriptions =
                ids().stream().map(id -> "subscription/" + id).toList();

        assertThat(about(mails, " is ready")).containsExactlyInAnyOrderElementsOf(subscriptions);
        assertThat(about(mails, "A customer started")).containsExactlyInAnyOrderElementsOf(subscriptions);
        assertThat(about(mails, "Your order "))
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(order -> "order/" + order.order()).toList());
    }

    @Test
    void each_email_that_was_asked_for_was_caught() throws Exception {
        List<String> asked = database.jdbc()
                .sql("select message_id::text from notifier.email")
                .query(String.class)
                .list();
        List<String> caught = CaughtMails.in(platform.data().resolve("mail")).stream()
                .map(mail -> mail.messageId().replaceAll("^<|@.*$", ""))
                .toList();

        assertThat(caught).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void each_event_arrived_and_those_of_one_entity_in_their_order() {
        assertThat(toldInOrder(integration))
                .containsAll(entities("subscription/"))
                .containsAll(invoiceEntities());
        assertThat(toldInOrder(vendor)).hasSize(ORDERS / 2).allMatch(entity -> entity.startsWith("subscription/"));
    }

    @Test
    void there_is_no_dead_letter() throws Exception {
        assertThat(DeadLetters.queues()).isNotEmpty();
        assertThat(DeadLetters.of(platform)).isEmpty();
    }

    /** Which entities the endpoint was told of, after what it was told has been compared with what has happened. */
    private static List<String> toldInOrder(EventEndpoint endpoint) {
        Map<String, List<String>> happened = database.events(endpoint.url()).stream()
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
        return ids().stream().map(id -> prefix + id).toList();
    }

    private static List<String> invoiceEntities() {
        return orders.stream().map(order -> "invoice/" + order.invoice()).toList();
    }

    private static List<Integer> ids() {
        return orders.stream().map(Ordered::subscription).toList();
    }

    private static String reference(JsonNode from, String field) {
        return from.at("/" + field + "/url").asText();
    }

    private static void nameTheVendorsEndpoint() throws Exception {
        ApiClient admin = caller("admin");
        int product = 3;
        String company = reference(admin.get("/product/" + product).expect(200).json(), "company");
        admin.call("PATCH", "/" + company, Map.of("syndicationEndpoint", vendor.url()))
                .expect(204);
    }

    private static List<ApiClient> customers() throws Exception {
        List<ApiClient> customers = new ArrayList<>();
        for (int i = 1; i <= CUSTOMERS; i++) {
            ApiClient customer = caller("buyer-" + i);
            int id = customer.get("/user/me").expect(200).json().get("id").asInt();
            customer.call("PATCH", "/user/" + id, Map.of("publicKey", PUBLIC_KEY))
                    .expect(204);
            customers.add(customer);
        }
        return customers;
    }

    private static ApiClient caller(String name) throws Exception {
        String bearer = identities.bearer(name, name + "@demo.mercato.example");
        return ApiClient.at(platform.url("/api"), Map.of("Authorization", bearer));
    }
}
