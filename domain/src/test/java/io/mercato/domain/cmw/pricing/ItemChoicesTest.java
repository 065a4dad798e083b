package io.mercato.domain.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemChoicesTest {
    private static final PlanItem USERS = PricingSamples.item(1, BillingItemValueType.PRE_PAID);
    private static final PlanItem TRAFFIC = PricingSamples.item(2, BillingItemValueType.PAY_AS_YOU_GO);
    private static final PlanItem SUPPORT =
            PricingSamples.item(3, BillingItemValueType.POST_PAID, BillingItemPresence.REQUIRED);

    @Test
    void what_is_chosen_comes_along() {
        assertThat(choose(List.of(USERS), Map.of("billingItem/1", 15))).containsExactly(new OrderedItem(USERS, 15));
        assertThat(choose(List.of(USERS), Map.of())).isEmpty();
        assertThat(choose(List.of(USERS), Map.of("billingItem/1", 0))).isEmpty();
    }

    @Test
    void what_is_measured_comes_along_unasked() {
        assertThat(choose(List.of(TRAFFIC), Map.of())).containsExactly(new OrderedItem(TRAFFIC, 0));
        assertThat(choose(List.of(TRAFFIC), Map.of("billingItem/2", 500)))
                .containsExactly(new OrderedItem(TRAFFIC, 500));
    }

    @Test
    void what_the_plan_does_not_offer_is_refused() {
        refused(
                List.of(USERS),
                Map.of("billingItem/2", 1),
                "Field billingItems refers to billingItem/2, which does not exist");
        refused(List.of(USERS), Map.of("product/1", 1), "Field billingItems refers to product/1, which does not exist");
    }

    @Test
    void a_quantity_that_is_not_offered_is_refused() {
        refused(
                List.of(USERS),
                Map.of("billingItem/1", 101),
                "Field billingItems: billingItem/1 (Item 1): 101 is not offered: 1 to 9, 10 to 100");
        refused(
                List.of(USERS),
                Map.of("billingItem/1", -1),
                "Field billingItems: billingItem/1 (Item 1): -1 is not offered: 1 to 9, 10 to 100");
        refused(
                List.of(TRAFFIC),
                Map.of("billingItem/2", 1_000_001),
                "Field billingItems: billingItem/2 (Item 2): 1000001 is more than 1000000");
        refused(
                List.of(TRAFFIC),
                Map.of("billingItem/2", -1),
                "Field billingItems: billingItem/2 (Item 2): -1 is not offered: 1 to 9, 10 to 100");
    }

    @Test
    void what_is_required_must_be_chosen() {
        String refusal =
                "Field billingItems: billingItem/3 (Item 3): this plan needs a quantity of it, in billingItems";

        refused(List.of(SUPPORT), Map.of(), refusal);
        refused(List.of(SUPPORT), Map.of("billingItem/3", 0), refusal);
        assertThat(choose(List.of(SUPPORT), Map.of("billingItem/3", 1))).hasSize(1);
    }

    private static List<OrderedItem> choose(List<PlanItem> offered, Map<String, Integer> chosen) {
        return ItemChoices.of(offered, chosen, "EUR");
    }

    private static void refused(List<PlanItem> offered, Map<String, Integer> chosen, String message) {
        assertThatExceptionOfType(MercatoException.class)
                .isThrownBy(() -> choose(offered, chosen))
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED));
    }
}
