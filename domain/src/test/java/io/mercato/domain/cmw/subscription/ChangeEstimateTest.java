package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.cmw.subscription.SubscriptionChange.Kind;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeEstimateTest {
    private static final Map<OrderType, Kind> CHANGES = Map.of(
            OrderType.RENEWAL, Kind.RENEWAL,
            OrderType.SYNDICATED_UPGRADE, Kind.PLAN,
            OrderType.BILLING_ITEM_UPGRADE, Kind.EXTRAS);

    @ParameterizedTest
    @EnumSource
    void what_has_a_price_of_its_own_is_estimated(OrderType type) {
        Kind kind = CHANGES.get(type);
        if (kind == null) {
            assertThatThrownBy(() -> estimate(type)).isInstanceOfSatisfying(MercatoException.class, failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID);
                assertThat(failure.getMessage()).contains("type");
            });
        } else {
            assertThat(estimate(type).change().kind()).isEqualTo(kind);
            assertThat(estimate(type).change().planId()).isEqualTo(13);
            assertThat(estimate(type).change().billingItems()).isEqualTo(Map.of("billingItem/1", 2));
        }
    }

    private static ChangeEstimate estimate(OrderType type) {
        return ChangeEstimate.of(
                42, type, 13, Map.of("billingItem/1", 2), PropertyFilter.INCLUDED, PayPerUseCosts.PROJECTED);
    }
}
