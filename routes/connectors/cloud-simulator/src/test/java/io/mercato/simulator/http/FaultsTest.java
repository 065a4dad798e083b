package io.mercato.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.simulator.http.Faults.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static Fault fault(String operation, int status) {
        return new Fault(operation, status, 0, false, false, 0);
    }

    @Test
    void orders_are_used_up_one_after_the_other() {
        Faults faults = new Faults(Duration.ZERO, 0);
        faults.order(fault("a", 500), 2);
        faults.order(fault("*", 503), 1);

        assertThat(faults.next("a").status()).isEqualTo(500);
        assertThat(faults.next("b").status()).isEqualTo(503);
        assertThat(faults.next("b")).isNull();
        assertThat(faults.next("a").status()).isEqualTo(500);
        assertThat(faults.next("a")).isNull();
    }

    @Test
    void many_callers_at_once_meet_exactly_as_many_failures_as_were_ordered() {
        Faults faults = new Faults(Duration.ZERO, 0);
        faults.order(fault("a", 500), 100);
        AtomicInteger met = new AtomicInteger();

        IntStream.range(0, 1000).parallel().forEach(call -> {
            if (faults.next("a") != null) {
                met.incrementAndGet();
            }
        });

        assertThat(met).hasValue(100);
    }

    @Test
    void latency_is_on_every_call_and_a_rate_of_one_fails_all() {
        assertThat(new Faults(Duration.ofMillis(5), 0).next("a")).isEqualTo(new Fault("a", 0, 5, false, false, 0));
        assertThat(new Faults(Duration.ZERO, 1).next("a").status()).isEqualTo(503);
    }
}
