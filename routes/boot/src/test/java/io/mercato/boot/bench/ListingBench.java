package io.mercato.boot.bench;

import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.PlatformProcess;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the list of subscriptions of a vendor who has many, and of one who has few. */
final class ListingBench {
    private static final int FEW = 1_000;
    private static final int FIRST_COMPANY = 900_000;

    private final BenchSettings settings;
    private final Figures figures;
    private final Meter meter;
    private final PlatformProcess platform;
    private final FakeIdentityProvider identities;
    private final GetClient client;
    private final String databaseUrl;

    ListingBench(
            BenchSettings settings,
            Figures figures,
            Meter meter,
            PlatformProcess platform,
            FakeIdentityProvider identities) {
        this.settings = settings;
        this.figures = figures;
        this.meter = meter;
        this.platform = platform;
        this.identities = identities;
        this.client = new GetClient(platform);
        this.databaseUrl = Meter.databaseUrl(platform);
    }

    void measure() throws Exception {
        String few = vendor(FIRST_COMPANY, FEW);
        String many = vendor(FIRST_COMPANY + 1, settings.listed());
        try (Connections bare = new Connections(databaseUrl)) {
            for (int repeat = -1; repeat < settings.repeats(); repeat++) {
                pages(bare, FIRST_COMPANY, few, FEW, repeat < 0);
                pages(bare, FIRST_COMPANY + 1, many, settings.listed(), repeat < 0);
            }
        }
    }

    /** @return the vendor's {@code Authorization} */
    private String vendor(int company, int subscriptions) throws Exception {
        String name = "bench-vendor-" + company;
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into cmw.company (id, name, email_address) values (" + company + ", '" + name
                    + "', 'office@vendor.example')");
            statement.execute(
                    "insert into cmw.\"user\" (user_name, email, name, surname, role, company_id, keycloak_id)"
                            + " values ('" + name + "', '" + name + "@bench.example', 'Bench', 'Vendor', 'VENDOR', "
                            + company
                            + ", 'id-of-" + name + "')");
        }
        new Subscriptions(platform).fill(subscriptions, company);
        return identities.bearer(name, name + "@bench.example");
    }

    private void pages(Connections bare, int company, String token, int subscriptions, boolean warmingUp)
            throws Exception {
        int last = subscriptions / PageRequest.DEFAULT_SIZE;
        for (int number : new int[] {1, last / 2, last}) {
            String where = number == 1 ? "first" : number == last ? "last" : "middle";
            String what = String.format(Locale.ROOT, "%s page of a vendor's %,d subscriptions", where, subscriptions);
            Recorded sent = recorded(company, number);
            for (int atOnce : settings.connections()) {
                Cost before = meter.read();
                Timing timing = bare.measure(settings.requests(), atOnce, any -> sent);
                add("bare statements of: " + what, atOnce, timing, before, warmingUp);
                before = meter.read();
                timing = Load.run(
                        settings.requests(),
                        atOnce,
                        any -> requireTotal(client.get("/subscription?pageNumber=" + number, token), subscriptions));
                add(what, atOnce, timing, before, warmingUp);
            }
        }
    }

    private static void requireTotal(long told, int subscriptions) {
        if (told != subscriptions) {
            throw new IllegalStateException("The header tells of " + told + " subscriptions, not " + subscriptions);
        }
    }

    private void add(String what, int atOnce, Timing timing, Cost before, boolean warmingUp) throws Exception {
        if (!warmingUp) {
            figures.add(what, atOnce, timing, meter.read().minus(before).over(settings.requests()));
        }
    }

    private Recorded recorded(int company, int number) throws Exception {
        Principal vendor = new Principal(1, "vendor", "", "", "en", Role.VENDOR, company, null);
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            return Recorded.of(
                    connection,
                    database -> new SubscriptionStore(
                                    JdbcClient.create(database),
                                    new Json(JsonConfiguration.newMapper()),
                                    Clock.systemUTC())
                            .list(vendor, Filter.NONE, new PageRequest(number, PageRequest.DEFAULT_SIZE)));
        }
    }
}
