package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionSamples;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValueTest {

    @ParameterizedTest(name = "{0}, user {1} of company {2}: {3}")
    @CsvSource({
        "USER,       7, 70, true",
        "USER,       8, 70, true",
        "USER,       8, 71, false",
        "VENDOR,     9, 50, true",
        "VENDOR,     9, 51, false",
        "SUPERVISOR, 9,   , false",
        "ADMIN,      9,   , false",
        "SUPERADMIN, 9,   , false"
    })
    void a_sensitive_value_is_between_the_customer_and_the_vendor(
            Role role, int user, @Nullable Integer company, boolean sees) {
        Principal who = new Principal(user, "u", "u@mercato.example", "U", "en", role, company, null);

        assertThat(ParameterValue.maySee(who, subscription(), true)).isEqualTo(sees);
        assertThat(ParameterValue.maySee(who, subscription(), false)).isTrue();
    }

    static Subscription subscription() {
        return new Subscription(
                42,
                "Wiki",
                OrderType.NORMAL,
                SubscriptionStatus.DEPLOYED,
                null,
                11,
                "Wiki",
                ProductType.SYNDICATED,
                12,
                "Small",
                50,
                7,
                70,
                null,
                new Terms(Money.of("10", "EUR"), new BigDecimal("22"), 1, null, null, false, true),
                true,
                true,
                SubscriptionSamples.NOW,
                SubscriptionSamples.NOW,
                null,
                SubscriptionSamples.NOW,
                SubscriptionSamples.NOW,
                null,
                null,
                null);
    }
}
