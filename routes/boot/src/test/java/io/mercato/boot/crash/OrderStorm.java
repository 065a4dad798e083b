package io.mercato.boot.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.harness.ApiClient;
import io.mercato.boot.harness.ApiClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Customers who order side by side, and an administrator who pays what they order. Whoever gets no answer asks again,
 * with the same Idempotency-Key, until there is one.
 */
final class OrderStorm implements AutoCloseable {
    private static final int SIDE_BY_SIDE = 8;
    private static final int PLAN_OF_A_BARE_MACHINE = 1;
    private static final int PLAN_OF_AN_APPLICATION = 7;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final List<ApiClient> customers;
    private final ApiClient administrator;
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final List<Future<Ordered>> orders = new ArrayList<>();

    OrderStorm(List<ApiClient> customers, ApiClient administrator) {
        this.customers = customers;
        this.administrator = administrator;
    }

    /** An order that was answered and paid. */
    record Ordered(int order, int subscription, int invoice, boolean application) {}

    void begin(int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            orders.add(threads.submit(() -> orderAndPay(number)));
        }
    }

    /** Orders that were answered so far. */
    int placed() {
        return placed.get();
    }

    int paid() {
        return paid.get();
    }

    /** Fails with the first failure that a customer had, if one had any. */
    void check() throws InterruptedException, ExecutionException {
        for (Future<Ordered> order : orders) {
            if (order.isDone()) {
                order.get();
            }
        }
    }

    /** Calls that got no answer, or one that asks to come again. */
    int unanswered() {
        return unanswered.get();
    }

    /** Waits for the last one; fails when one of them was refused. */
    List<Ordered> finished() throws InterruptedException, ExecutionException, TimeoutException {
        List<Ordered> all = new ArrayList<>();
        for (Future<Ordered> order : orders) {
            all.add(order.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        return all;
    }

    private Ordered orderAndPay(int number) throws IOException {
        boolean application = number % 2 == 1;
        ApiClient customer = customers.get(number % customers.size()).with("Idempotency-Key", key(number));
        Map<String, Object> order = Map.of(
                "type",
                "NORMAL",
                "productVersion",
                Map.of("url", "productVersion/" + (application ? PLAN_OF_AN_APPLICATION : PLAN_OF_A_BARE_MACHINE)));
        JsonNode placedOrder = untilAnswered(() -> customer.call("POST", "/order", order))
                .expect(201)
                .json();
        placed.incrementAndGet();
        int subscription = id(placedOrder.get("subscription"));
        JsonNode invoices = untilAnswered(() -> customer.get("/subscription/" + subscription))
                .expect(200)
                .json()
                .get("invoices");
        assertThat(invoices).as("invoices of subscription %d", subscription).hasSize(1);
        int invoice = id(invoices.get(0));
        pay(invoice);
        return new Ordered(placedOrder.get("id").asInt(), subscription, invoice, application);
    }

    /** A payment has no key: that it has been received already is the answer to one that was recorded before a crash. */
    private void pay(int invoice) {
        Map<String, String> payment = Map.of("reference", "transfer of invoice " + invoice);
        Answer answer = untilAnswered(() -> administrator.call("PATCH", "/invoice/" + invoice + "/pay", payment));
        assertThat(answer.status())
                .as("payment of invoice %d: %s", invoice, answer)
                .isIn(204, 409);
        paid.incrementAndGet();
    }

    private Answer untilAnswered(Call call) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .pollInSameThread()
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> {
                    unanswered.incrementAndGet();
                    last.set(call.make());
                    if (last.get().status() == 503) {
                        return false;
                    }
                    unanswered.decrementAndGet();
                    return true;
                });
        return last.get();
    }

    private static String key(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString();
    }

    private static int id(JsonNode reference) {
        String url = reference.get("url").asText();
        return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
    }

    private interface Call {
        Answer make() throws IOException;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
