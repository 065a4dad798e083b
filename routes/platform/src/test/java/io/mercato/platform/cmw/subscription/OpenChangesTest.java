package io.mercato.platform.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.invoice.InvoiceStatus;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.domain.error.ErrorKind;
import io.mercato.platform.cmw.CoreRoutes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Changes that are still open when their subscription ends, or is not well. */
class OpenChangesTest extends CoreRoutes {

    @Test
    void nobody_pays_for_a_change_of_what_has_ended() {
        int id = syndicated();
        ChangeResult up = changed(market.customer, id, to(market.larger));
        int invoice = Objects.requireNonNull(up.invoiceId());

        act(market.customer, id, SubscriptionAction.KILL);

        assertThat(invoice(invoice).status()).isEqualTo(InvoiceStatus.EXPIRED);
        assertThat(states()).containsExactly("DROPPED REJECTED");
        assertRefused(() -> pay(invoice), ErrorKind.CONFLICT, "change-never-done");
        vendorReports(market.vendor, id, SubscriptionStatus.UNDEPLOYED);
        assertRefused(() -> pay(invoice), ErrorKind.CONFLICT, "change-never-done");
        assertThat(invoice(invoice).status()).isEqualTo(InvoiceStatus.EXPIRED);
    }

    @Test
    void a_change_that_waits_for_the_next_period_is_not_done_when_there_is_none() {
        int id = syndicated();
        changed(market.customer, id, to(market.smaller));
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));

        days(29);

        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(states()).containsExactly("DROPPED REJECTED");
    }

    @Test
    void what_is_paid_while_it_is_repaired_is_done() {
        int id = syndicated();
        ChangeResult up = changed(market.customer, id, to(market.larger));
        vendorReports(market.vendor, id, SubscriptionStatus.FAILED);

        pay(Objects.requireNonNull(up.invoiceId()));

        assertThat(states()).containsExactly("APPLIED PAID");
        assertThat(detail(id).subscription().planId()).isEqualTo(market.larger);
    }

    private List<String> states() {
        return market.column(
                String.class,
                "select c.state || ' ' || o.status from cmw.subscription_change c join cmw.\"order\" o"
                        + " on o.id = c.order_id order by o.id");
    }

    private static SubscriptionChange to(int plan) {
        return new SubscriptionChange(
                SubscriptionAction.SYNDICATED_UPGRADE,
                null,
                null,
                null,
                false,
                new SubscriptionTerm(null, null),
                plan,
                Map.of());
    }
}
