package io.mercato.processors.cmw.invoice;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionLifecycle;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a payment means to the subscription that it is for. */
@Component
public class PaymentEvents {

    /** The first payment lets it begin, a debt that is paid lets it go on; null when its state knows neither. */
    public SubscriptionEvent of(Subscription subscription) {
        return Stream.of(SubscriptionEvent.PAID, SubscriptionEvent.DEBT_PAID)
                .filter(event -> SubscriptionLifecycle.table().isLegal(subscription.status(), event))
                .findFirst()
                .orElse(null);
    }
}
