package io.mercato.domain.cmw.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionSamples;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvoiceRulesTest {

    @ParameterizedTest
    @EnumSource
    void it_is_seen_by_who_is_to_pay_and_by_staff(Role role) {
        assertThat(InvoiceRules.maySee(person(role, 7), invoice(InvoiceStatus.UNPAID)))
                .isTrue();
        assertThat(InvoiceRules.maySee(person(role, 8), invoice(InvoiceStatus.UNPAID)))
                .isEqualTo(
                        EnumSet.of(Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN).contains(role));
    }

    @Test
    void it_is_seen_by_the_vendor_who_wrote_it() {
        Invoice written = invoice(InvoiceStatus.UNPAID, 40);

        assertThat(InvoiceRules.maySee(person(Role.VENDOR, 8, 40), written)).isTrue();
        assertThat(InvoiceRules.maySee(person(Role.VENDOR, 9, 41), written)).isFalse();
        assertThat(InvoiceRules.maySee(person(Role.VENDOR, 9, null), written)).isFalse();
        assertThat(InvoiceRules.maySee(person(Role.USER, 9, 40), written)).isFalse();
        assertThat(InvoiceRules.maySee(person(Role.VENDOR, 8, 40), invoice(InvoiceStatus.UNPAID)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void only_who_belongs_to_a_vendor_writes_as_one(Role role) {
        assertThat(InvoiceRules.writer(person(role, 8, 40))).isEqualTo(role == Role.VENDOR ? 40 : null);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_open_can_be_paid(InvoiceStatus status) {
        boolean paid = status == InvoiceStatus.PAID || status == InvoiceStatus.DELAYED;
        boolean open = !paid && status != InvoiceStatus.EXPIRED;

        assertThat(status.isPaid()).isEqualTo(paid);
        assertThat(InvoiceRules.available(person(Role.ADMIN, 1), invoice(status))
                        .isEmpty())
                .isNotEqualTo(open);
        assertThat(InvoiceRules.available(person(Role.USER, 7), invoice(status)))
                .isEmpty();
        assertThat(InvoiceRules.available(person(Role.SUPERVISOR, 7), invoice(status)))
                .isEmpty();
        if (open) {
            assertThatCode(() -> requirePayable(invoice(status), false)).doesNotThrowAnyException();
        } else {
            assertConflict(() -> requirePayable(invoice(status), false), paid ? "already-paid" : "EXPIRED");
        }
    }

    @Test
    void what_is_not_issued_yet_is_neither_shown_nor_paid() {
        Invoice early = notIssued(invoice(InvoiceStatus.UNPAID));

        assertThat(InvoiceRules.maySee(person(Role.USER, 7), early)).isFalse();
        assertThat(InvoiceRules.maySee(person(Role.ADMIN, 1), early)).isTrue();
        assertThat(InvoiceRules.available(person(Role.ADMIN, 1), early)).isEmpty();
        assertConflict(() -> requirePayable(early, false), "invoice-not-issued");
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_what_has_ended_is_not_paid_for(SubscriptionStatus status) {
        Subscription subscription = SubscriptionSamples.in(status);
        boolean ended = EnumSet.of(
                        SubscriptionStatus.UNDEPLOY_SENT, SubscriptionStatus.UNDEPLOYED, SubscriptionStatus.REJECTED)
                .contains(status);

        assertConflict(
                () -> InvoiceRules.requirePayable(invoice(InvoiceStatus.EXPIRED), subscription, true),
                ended ? "change-never-done" : "invoice-expired");
    }

    private static void assertConflict(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(failure.key() + " " + failure.getMessage()).contains(words);
        });
    }

    private static Invoice notIssued(Invoice one) {
        return new Invoice(
                one.id(),
                one.number(),
                one.issuerId(),
                one.orderId(),
                one.subscriptionId(),
                one.nomineeId(),
                one.vendorId(),
                one.type(),
                one.status(),
                one.product(),
                one.plan(),
                one.currency(),
                one.net(),
                one.vat(),
                one.total(),
                one.vatRate(),
                one.date(),
                one.due(),
                one.paymentReference(),
                one.paymentReceived(),
                one.lines(),
                one.cashed(),
                one.currencyConversion(),
                false);
    }

    private static void requirePayable(Invoice invoice, boolean forChange) {
        InvoiceRules.requirePayable(invoice, SubscriptionSamples.in(SubscriptionStatus.DEPLOYED), forChange);
    }

    private static Principal person(Role role, int id) {
        return person(role, id, null);
    }

    private static Principal person(Role role, int id, @Nullable Integer company) {
        return new Principal(id, "u", "u@mercato.example", "U", "en", role, company, null);
    }

    private static Invoice invoice(InvoiceStatus status) {
        return invoice(status, null);
    }

    private static Invoice invoice(InvoiceStatus status, @Nullable Integer vendor) {
        Instant now = Instant.parse("2026-01-31T10:00:00Z");
        BigDecimal ten = BigDecimal.TEN;
        return new Invoice(
                1,
                null,
                1,
                2,
                3,
                7,
                vendor,
                OrderType.NORMAL,
                status,
                "Wiki",
                "Small",
                "EUR",
                ten,
                ten,
                ten,
                ten,
                now,
                now,
                null,
                null,
                List.of(),
                false,
                java.util.Map.of(),
                true);
    }
}
