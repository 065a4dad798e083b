package io.mercato.domain.cmw.coupon;

import static io.mercato.domain.cmw.coupon.CouponSamples.coupon;
import static io.mercato.domain.cmw.coupon.CouponSamples.only;
import static io.mercato.domain.cmw.coupon.CouponSamples.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.pricing.Discount;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouponRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final CouponCase ORDER =
            new CouponCase(12, 11, CouponConfiguration.ALLOWED, null, "ada@people.example", false, 0);
    private static final CouponCase TRIAL =
            new CouponCase(12, 11, CouponConfiguration.ALLOWED, null, "ada@people.example", true, 0);

    @ParameterizedTest
    @EnumSource(CouponType.class)
    void a_new_coupon_for_anything_is_good_for_an_order_or_for_a_trial(CouponType type) {
        boolean forTrials = type == CouponType.TRIAL;

        assertThat(refusal(coupon(type), ORDER)).isEqualTo(forTrials ? CouponRefusal.FOR_TRIALS : null);
        assertThat(refusal(coupon(type), TRIAL)).isEqualTo(forTrials ? null : CouponRefusal.NOT_FOR_TRIALS);
    }

    @ParameterizedTest
    @EnumSource(CouponConfiguration.class)
    void a_plan_says_whether_it_takes_coupons_and_whether_it_must(CouponConfiguration allowed) {
        Coupon coupon = coupon(CouponType.DISCOUNT);

        assertThat(CouponRules.refusal(false, null, asked(allowed, false), NOW))
                .isEqualTo(allowed == CouponConfiguration.MANDATORY ? CouponRefusal.MISSING : null);
        assertThat(CouponRules.refusal(false, null, asked(allowed, true), NOW)).isNull();
        assertThat(CouponRules.refusal(true, coupon, asked(allowed, false), NOW))
                .isEqualTo(allowed == CouponConfiguration.NOT_ALLOWED ? CouponRefusal.NOT_ALLOWED : null);
    }

    @Test
    void a_name_that_no_coupon_has_is_unknown() {
        assertThat(CouponRules.refusal(true, null, ORDER, NOW)).isEqualTo(CouponRefusal.UNKNOWN);
    }

    @Test
    void a_coupon_is_good_for_what_it_names_only() {
        Coupon any = coupon(CouponType.DISCOUNT);

        assertThat(refusal(only(any, null, 11, null), ORDER)).isNull();
        assertThat(refusal(only(any, null, 11, 12), ORDER)).isNull();
        assertThat(refusal(only(any, null, 99, null), ORDER)).isEqualTo(CouponRefusal.OTHER_PLAN);
        assertThat(refusal(only(any, null, null, 99), ORDER)).isEqualTo(CouponRefusal.OTHER_PLAN);
        assertThat(refusal(only(any, null, 11, 99), ORDER)).isEqualTo(CouponRefusal.OTHER_PLAN);
    }

    @Test
    void a_coupon_is_good_for_whom_it_names_only() {
        Coupon any = coupon(CouponType.DISCOUNT);
        CouponCase sold = new CouponCase(12, 11, CouponConfiguration.ALLOWED, 70, null, false, 0);

        assertThat(refusal(any.with("Ada@people.example", null, null), ORDER)).isNull();
        assertThat(refusal(any.with("bob@people.example", null, null), ORDER)).isEqualTo(CouponRefusal.OTHER_CUSTOMER);
        assertThat(refusal(any.with("bob@people.example", null, null), sold)).isEqualTo(CouponRefusal.OTHER_CUSTOMER);
        assertThat(refusal(only(any, 70, null, null), sold)).isNull();
        assertThat(refusal(only(any, 71, null, null), sold)).isEqualTo(CouponRefusal.OTHER_CUSTOMER);
        assertThat(refusal(only(any, 70, null, null), ORDER)).isEqualTo(CouponRefusal.OTHER_CUSTOMER);
    }

    @Test
    void a_coupon_expires_at_its_moment() {
        Coupon any = coupon(CouponType.DISCOUNT);

        assertThat(refusal(any.with(null, NOW.plusSeconds(1), null), ORDER)).isNull();
        assertThat(refusal(any.with(null, NOW, null), ORDER)).isEqualTo(CouponRefusal.EXPIRED);
        assertThat(any.with(null, NOW, null).state(NOW)).isEqualTo(CouponState.EXPIRED);
        assertThat(any.state(NOW)).isEqualTo(CouponState.AVAILABLE);
    }

    @Test
    void a_coupon_is_used_once_unless_it_may_be_used_again() {
        Coupon any = coupon(CouponType.DISCOUNT);

        assertThat(refusal(used(any, false, 1, "1"), ORDER)).isEqualTo(CouponRefusal.ALREADY_USED);
        assertThat(used(any, false, 1, "1").state(NOW)).isEqualTo(CouponState.USED);
        assertThat(refusal(used(any, true, 5, "1"), ORDER)).isNull();
        assertThat(used(any, true, 5, "1").state(NOW)).isEqualTo(CouponState.AVAILABLE);
    }

    @Test
    void the_code_of_a_generator_is_good_once_for_each_customer() {
        Coupon generator = used(coupon(CouponType.DISCOUNT_GENERATOR), false, 5, "1");
        CouponCase again = new CouponCase(12, 11, CouponConfiguration.ALLOWED, null, "ada@people.example", false, 1);

        assertThat(refusal(generator, ORDER)).isNull();
        assertThat(refusal(generator, again)).isEqualTo(CouponRefusal.ALREADY_USED);
        assertThat(refusal(used(generator, true, 5, "1"), again)).isNull();
        assertThat(generator.state(NOW)).isEqualTo(CouponState.AVAILABLE);
    }

    @Test
    void a_coupon_ends_with_its_plafond() {
        Coupon limited = coupon(CouponType.DISCOUNT).with(null, null, new BigDecimal("10"));

        assertThat(refusal(used(limited, true, 3, "9.99"), ORDER)).isNull();
        assertThat(used(limited, true, 3, "9.99").left("EUR")).isEqualTo(Money.of("0.01", "EUR"));
        assertThat(refusal(used(limited, true, 3, "10.00"), ORDER)).isEqualTo(CouponRefusal.EXHAUSTED);
        assertThat(used(limited, true, 3, "10.00").state(NOW)).isEqualTo(CouponState.EXHAUSTED);
        assertThat(used(limited, true, 3, "11").left("EUR")).isEqualTo(Money.of("0", "EUR"));
        assertThat(coupon(CouponType.DISCOUNT).left("EUR")).isNull();
    }

    @Test
    void what_a_coupon_takes_off_follows_its_type() {
        assertThat(coupon(CouponType.DISCOUNT).discount("EUR")).isInstanceOf(Discount.Percentage.class);
        assertThat(coupon(CouponType.DISCOUNT_GENERATOR).discount("EUR"))
                .isInstanceOfSatisfying(
                        Discount.Percentage.class,
                        discount -> assertThat(discount.label()).isEqualTo("Coupon: 10 % off"));
        assertThat(coupon(CouponType.FIXED_PRICE).discount("EUR")).isInstanceOf(Discount.FixedPrice.class);
        assertThat(coupon(CouponType.FIXED_PRICE_GENERATOR).discount("EUR")).isInstanceOf(Discount.FixedPrice.class);
        assertThat(coupon(CouponType.TRIAL).discount("EUR")).isNull();
    }

    @ParameterizedTest
    @EnumSource(CouponRefusal.class)
    void each_refusal_says_why(CouponRefusal refusal) {
        assertThat(refusal.key()).startsWith("coupon-").doesNotContain("_");
        assertThat(refusal.toException().getMessage()).startsWith("Field hashCoupon: ");
        assertThat(refusal.toException().kind())
                .isEqualTo(
                        refusal == CouponRefusal.ALREADY_USED || refusal == CouponRefusal.EXHAUSTED
                                ? ErrorKind.CONFLICT
                                : ErrorKind.REJECTED);
    }

    @Test
    void who_did_not_make_it_reads_neither_its_limits_nor_for_whom_it_is() {
        Coupon reduced = coupon(CouponType.DISCOUNT)
                .with("a@b.example", NOW, BigDecimal.TEN)
                .reduced();

        assertThat(reduced.email()).isNull();
        assertThat(reduced.plafond()).isNull();
        assertThat(reduced.expirationDate()).isEqualTo(NOW);
    }

    private static @Nullable CouponRefusal refusal(Coupon coupon, CouponCase use) {
        return CouponRules.refusal(true, coupon, use, NOW);
    }

    private static CouponCase asked(CouponConfiguration allowed, boolean trial) {
        return new CouponCase(12, 11, allowed, null, null, trial, 0);
    }
}
