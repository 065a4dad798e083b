package io.mercato.boot.bench;

import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.PlatformProcess;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/** Measures orders on a platform that runs. */
final class OrderBench implements AutoCloseable {
    private static final String PLAN = "1";
    private static final int IDLE_SECONDS = 5;

    private final BenchSettings settings;
    private final Figures figures;
    private final Meter meter;
    private final Customers customers;
    private final OrderClient client;
    private final BareInsert bare;
    private final DeployedWatch watch;

    OrderBench(
            BenchSettings settings,
            Figures figures,
            Meter meter,
            PlatformProcess platform,
            FakeIdentityProvider identities)
            throws SQLException {
        this.settings = settings;
        this.figures = figures;
        this.meter = meter;
        this.customers = new Customers(Meter.databaseUrl(platform), identities);
        this.client = new OrderClient(URI.create(platform.url("/api/order")));
        this.bare = new BareInsert(Meter.databaseUrl(platform));
        this.watch = new DeployedWatch(meter);
    }

    void warmUp() throws Exception {
        int eachOrders = BenchSettings.WARM_UP_ORDERS / 2;
        bare.measure(BenchSettings.WARM_UP_ORDERS, 8);
        for (int atOnce : List.of(2, 8)) {
            List<String> tokens = customers.next(eachOrders);
            Load.run(eachOrders, atOnce, number -> client.place(tokens.get(number), PLAN, "NORMAL"));
        }
        List<String> tokens = customers.next(BenchSettings.WARM_UP_DEPLOYMENTS);
        Load.run(BenchSettings.WARM_UP_DEPLOYMENTS, 4, number -> deploy(tokens.get(number)));
        meter.awaitQuiet();
    }

    /** What the platform uses while nobody asks anything of it, for each second. */
    void idle() throws Exception {
        Cost before = meter.read();
        Timing timing = Load.run(1, 1, number -> watch.pause(IDLE_SECONDS));
        figures.add("a second of nothing", 0, timing, meter.read().minus(before).over(IDLE_SECONDS));
    }

    /** An order that is to be paid; its cost is with all that follows: e-mails sent, vendors told. */
    void accepted(int atOnce) throws Exception {
        accepted(atOnce, "");
    }

    /** @param where what the rows of figures are told apart by */
    void accepted(int atOnce, String where) throws Exception {
        List<String> tokens = customers.next(Math.max(1, settings.orders() / 10));
        measure("bare insert (limit A)" + where, settings.orders(), atOnce, null);
        measure(
                "order accepted" + where,
                settings.orders(),
                atOnce,
                number -> client.place(tokens.get(number % tokens.size()), PLAN, "NORMAL"));
    }

    /** A trial, from the call to the machine that answers. */
    void deployed(String what, int deployments, int atOnce) throws Exception {
        List<String> tokens = customers.next(deployments);
        measure(what, deployments, atOnce, number -> deploy(tokens.get(number)));
    }

    private void measure(String what, int operations, int atOnce, Load.Operation operation) throws Exception {
        Cost before = meter.read();
        Timing timing = operation == null ? bare.measure(operations, atOnce) : Load.run(operations, atOnce, operation);
        meter.awaitQuiet();
        figures.add(what, atOnce, timing, meter.read().minus(before).over(operations));
    }

    private void deploy(String token) throws Exception {
        watch.await(client.place(token, PLAN, "TRIAL"));
    }

    @Override
    public void close() throws SQLException {
        watch.close();
        bare.close();
    }
}
