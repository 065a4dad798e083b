package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Subscriptions for tests, and people around them: buyer 7 of company 70, vendor company 50. */
public final class SubscriptionSamples {
    public static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    static final MachineSpec MACHINE =
            new MachineSpec(3, 4, "m1.small", "debian-12", "debian", "ssh-ed25519 AAAA", 0, null, null);
    static final MachineSpec APPLICATION =
            new MachineSpec(3, 4, "m1.small", "debian-12", "debian", "ssh-ed25519 AAAA", 20, 8443, "boss");

    private SubscriptionSamples() {}

    static Terms monthly() {
        return new Terms(Money.of("10", "EUR"), new BigDecimal("22"), 1, null, null, false, true);
    }

    static Terms trial() {
        return new Terms(Money.of("10", "EUR"), new BigDecimal("22"), 1, null, 14, false, false);
    }

    static Terms unkillable() {
        return new Terms(Money.of("10", "EUR"), new BigDecimal("22"), 1, null, null, true, true);
    }

    public static Subscription in(SubscriptionStatus status) {
        return of(status, monthly(), MACHINE, null, true, true);
    }

    static Subscription unpaid(SubscriptionStatus status) {
        return of(status, monthly(), MACHINE, null, true, false);
    }

    static Subscription busy(SubscriptionStatus status, Subscription.PendingOperation operation) {
        return of(status, monthly(), MACHINE, operation, true, true);
    }

    static Subscription syndicated(SubscriptionStatus status) {
        return of(status, monthly(), null, null, true, true);
    }

    static Subscription with(SubscriptionStatus status, Terms terms) {
        return of(status, terms, MACHINE, null, true, true);
    }

    static Subscription of(
            SubscriptionStatus status,
            Terms terms,
            @Nullable MachineSpec machine,
            Subscription.@Nullable PendingOperation pending,
            boolean autoRenew,
            boolean paid) {
        return new Subscription(
                42,
                "Wiki - Small",
                OrderType.NORMAL,
                status,
                pending,
                11,
                "Wiki",
                machine == null ? ProductType.SYNDICATED : ProductType.VM,
                12,
                "Small",
                50,
                7,
                70,
                machine,
                terms,
                autoRenew,
                paid,
                NOW,
                NOW,
                null,
                NOW,
                NOW,
                60,
                61,
                null);
    }

    /** Vendor 50 tries it out himself. */
    static Subscription sandbox(SubscriptionStatus status, int buyer, @Nullable Integer company) {
        return new Subscription(
                42,
                "Wiki - Small (sandbox)",
                OrderType.SANDBOX,
                status,
                null,
                11,
                "Wiki",
                ProductType.VM,
                12,
                "Small",
                50,
                buyer,
                company,
                MACHINE,
                Terms.ofSandbox("EUR", new BigDecimal("22"), 24),
                false,
                true,
                NOW,
                NOW,
                NOW.plusSeconds(86_400),
                NOW,
                NOW,
                null,
                null,
                null);
    }

    static Principal person(Role role, int user, @Nullable Integer company) {
        return new Principal(user, "u" + user, "u@mercato.example", "U", "en", role, company, null);
    }
}
