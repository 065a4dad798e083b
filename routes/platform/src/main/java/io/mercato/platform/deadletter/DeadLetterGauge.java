package io.mercato.platform.deadletter;

import io.mercato.processors.deadletter.DeadLetterStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** {@code mercato_dead_letters}: how many messages wait for somebody to deal with them. */
@Component
public class DeadLetterGauge implements MeterBinder {
    private final DeadLetterStore letters;

    public DeadLetterGauge(DeadLetterStore letters) {
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mercato.dead.letters", letters, DeadLetterStore::countOpen)
                .description("Messages that failed for good and that nobody has dealt with")
                .register(registry);
    }
}
