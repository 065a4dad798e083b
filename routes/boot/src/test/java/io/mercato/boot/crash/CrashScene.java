package io.mercato.boot.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import io.mercato.boot.crash.OrderStorm.Ordered;
import io.mercato.boot.crash.SimulatedCloud.Machine;
import io.mercato.boot.harness.ApiClient;
import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A platform, those who use it, those whom it tells, its cloud, and somebody who kills it. */
final class CrashScene implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrashScene.class);
    private static final int CUSTOMERS = 5;
    private static final String MAIL_DOMAIN = "@demo.mercato.example";
    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG9vv513m0WTY+D87xudB0YSlnENE4dwetL2wZ381TIc";
    /** The database of the demo's first vendor: the product whose plan the applications are ordered by. */
    private static final String PRODUCT = "/product/3";

    private static final Duration CALM = Duration.ofMinutes(5);
    /** An e-mail is on record once its first attempt has ended. */
    private static final Duration NO_EMAIL_UNDER_WAY = Duration.ofSeconds(3);
    /** The same moments each time, as far as the computer lets them be the same. */
    private static final int[] SHIFT = new Random(20_261_122).ints(6, 0, 15).toArray();

    final EventEndpoint integration = new EventEndpoint();
    final EventEndpoint vendor = new EventEndpoint();
    final PlatformProcess platform;
    final CrashDatabase database;
    final SimulatedCloud cloud;
    private final FakeIdentityProvider identities = new FakeIdentityProvider();
    private List<Reaper.Killing> killings = List.of();
    private List<Ordered> orders = List.of();
    private int unanswered;

    CrashScene() throws IOException, JOSEException {
        platform = PlatformProcess.named("crash", settings());
        database = new CrashDatabase(platform);
        cloud = new SimulatedCloud(platform);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(identities.settings());
        settings.put("mercato.cloud-simulator.boot-time", "200ms");
        settings.put("mercato.mail.keep", "100000");
        settings.put("mercato.cmw.events.platform-endpoints[0].url", integration.url());
        // What a killed platform had in its hands is taken up after some seconds instead of a minute.
        settings.put("mercato.cmw.events.connect-timeout", "1s");
        settings.put("mercato.cmw.events.response-timeout", "2s");
        return settings;
    }

    /** Starts the platform, places and pays so many orders while the platform is killed again and again, and waits until all is calm. */
    void storm(int count) throws Exception {
        platform.start().awaitReady();
        nameTheVendorsEndpoint();
        try (OrderStorm storm = new OrderStorm(customers(), caller("admin"))) {
            storm.begin(count);
            Reaper reaper = new Reaper(platform, database, storm);
            killAgainAndAgain(storm, reaper);
            killings = reaper.killings();
            orders = storm.finished();
            unanswered = storm.unanswered();
        }
        await("everything to arrive")
                .atMost(CALM)
                .during(NO_EMAIL_UNDER_WAY)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(database.onTheirWay()).isEmpty());
        LOG.info("Calm; {} calls had no answer", unanswered);
    }

    private void killAgainAndAgain(OrderStorm storm, Reaper reaper) throws Exception {
        reaper.killWhen("orders come in", () -> storm.placed() >= 10 + SHIFT[0]);
        reaper.killWhen("more orders come in", () -> storm.placed() >= 45 + SHIFT[1]);
        reaper.killWhen("just paid", () -> storm.paid() >= 80 + SHIFT[2]);
        reaper.killOnTheWayUp();
        reaper.killWhen("the broker has just written", new JournalWatch(platform.data()));
        reaper.killWhen("machines are created", () -> cloud.machines().size() >= 90 + SHIFT[3]);
        reaper.killWhen("disks are attached", () -> attached() >= 60 + SHIFT[4]);
        reaper.killWhen("most machines are there", () -> cloud.machines().size() >= 160 + SHIFT[5]);
        platform.awaitReady();
    }

    private int attached() throws IOException {
        return cloud.machines().stream().mapToInt(Machine::disks).sum();
    }

    List<Ordered> orders() {
        return orders;
    }

    /** Ids of the subscriptions that were ordered. */
    List<Integer> subscriptions() {
        return orders.stream().map(Ordered::subscription).toList();
    }

    List<Reaper.Killing> killings() {
        return killings;
    }

    /** How many calls were cut off, or were answered that they come too early. */
    int unanswered() {
        return unanswered;
    }

    /** Somebody with a name of the demo data, or a new customer. */
    ApiClient caller(String name) throws JOSEException {
        String bearer = identities.bearer(name, name + MAIL_DOMAIN);
        return ApiClient.at(platform.url("/api"), Map.of("Authorization", bearer));
    }

    private List<ApiClient> customers() throws IOException, JOSEException {
        List<ApiClient> customers = new ArrayList<>();
        for (int i = 1; i <= CUSTOMERS; i++) {
            ApiClient customer = caller("buyer-" + i);
            String self =
                    customer.get("/user/me").expect(200).json().get("self").asText();
            customer.call("PATCH", "/" + self, Map.of("publicKey", PUBLIC_KEY)).expect(204);
            customers.add(customer);
        }
        return customers;
    }

    private void nameTheVendorsEndpoint() throws IOException, JOSEException {
        ApiClient admin = caller("admin");
        String company =
                admin.get(PRODUCT).expect(200).json().at("/company/url").asText();
        admin.call("PATCH", "/" + company, Map.of("syndicationEndpoint", vendor.url()))
                .expect(204);
    }

    @Override
    public void close() throws InterruptedException {
        platform.close();
        vendor.close();
        integration.close();
        identities.close();
    }
}
