package io.mercato.domain.cmw.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.pricing.DiscountScope;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CouponRequestTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void a_discount_is_read_from_a_query() {
        CouponRequest request = read("type=discount&value=12.5&product=3&productVersion=4&howMany=5"
                + "&destination=TOTAL&reusable=true&expirationDate=2026-03-01&plafond=1000");

        assertThat(request.type()).isEqualTo(CouponType.DISCOUNT);
        assertThat(request.value()).isEqualByComparingTo("12.5");
        assertThat(request.productId()).isEqualTo(3);
        assertThat(request.planId()).isEqualTo(4);
        assertThat(request.howMany()).isEqualTo(5);
        assertThat(request.destination()).isEqualTo(DiscountScope.TOTAL);
        assertThat(request.reusable()).isTrue();
        assertThat(request.expirationDate()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(request.plafond()).isEqualByComparingTo("1000");
    }

    @Test
    void what_is_left_out_has_a_value_of_its_own() {
        CouponRequest request = read("type=trial&days=30");

        assertThat(request.howMany()).isNull();
        assertThat(request.destination()).isEqualTo(DiscountScope.LICENSE_ONLY);
        assertThat(request.reusable()).isFalse();
        assertThat(request.expirationDate()).isNull();
    }

    @Test
    void what_has_two_names_is_read_by_either() {
        assertThat(read("type=discount&value=1&number=2").howMany()).isEqualTo(2);
        assertThat(read("type=discount&value=1&number=2&howMany=2").howMany()).isEqualTo(2);
        assertThat(read("type=discount&value=1&expiration=2026-03-01").expirationDate())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value=1                                     | type
            type=gift&value=1                           | type
            type=discount                               | value
            type=discount&value=-1                      | value
            type=discount&value=100.01                  | value
            type=discount&value=ten                     | value
            type=fixedPrice&value=1.00001               | value
            type=fixedPrice&value=123456789012          | value
            type=discount&value=1&days=3                | days
            type=trial                                  | days
            type=trial&days=0                           | days
            type=trial&days=3651                        | days
            type=trial&days=3&value=1                   | value
            type=discount&value=1&howMany=0             | howMany
            type=discount&value=1&howMany=1001          | howMany
            type=discount&value=1&howMany=1&number=2    | number
            type=discount&value=1&code=x                | code
            type=discount&value=1&code=a%b              | code
            type=discount&value=1&code=SUMMER&howMany=2 | code
            type=discountGenerator&value=1              | code
            type=fixedPriceGenerator&value=1            | code
            type=discount&value=1&plafond=-1            | plafond
            type=discount&value=1&plafond=0.00001       | plafond
            type=discount&value=1&destination=ALL       | destination
            type=discount&value=1&reusable=maybe        | reusable
            type=discount&value=1&expiration=soon       | expiration
            type=discount&value=1&expiration=2026-01-31T10:00:00Z | expirationDate
            type=discount&value=1&expirationDate=2020-01-01 | expirationDate
            type=discount&value=1&expiration=2026-03-01&expirationDate=2026-03-02 | expiration
            """)
    void what_is_wrong_with_a_query_is_named(String query, String field) {
        assertThatExceptionOfType(MercatoException.class)
                .isThrownBy(() -> read(query))
                .withMessageStartingWith("Field " + field + ":")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID));
    }

    @ParameterizedTest
    @EnumSource(CouponType.class)
    void a_type_is_read_by_both_of_its_names_in_any_case(CouponType type) {
        assertThat(CouponType.ofText(type.text())).isEqualTo(type);
        assertThat(CouponType.ofText(type.name().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(type);
        assertThat(CouponType.ofText("extended_trial")).isEqualTo(CouponType.TRIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS,   , false, false, false",
        "USER,       5, false, false, false",
        "VENDOR,     5, true,  true,  false",
        "RESELLER,   5, true,  true,  true",
        "DISTRIBUTOR,5, false, false, false",
        "SUPERVISOR,  , true,  false, false",
        "ADMIN,       , true,  true,  true",
        "SUPERADMIN,  , true,  true,  true"
    })
    void who_sees_and_makes_coupons(
            Role role, @Nullable Integer company, boolean sees, boolean writes, boolean makesForAnything) {
        Principal who = new Principal(1, "u", "u@b.example", "U", "en", role, company, null);

        assertThat(CouponAccess.maySee(who, 5)).isEqualTo(sees);
        assertThat(CouponAccess.mayWrite(who, 5)).isEqualTo(writes);
        assertThat(CouponAccess.maySee(who, 6)).isEqualTo(role.isStaff());
        assertThat(CouponAccess.maySee(who, null)).isEqualTo(role.isStaff());
        assertThat(CouponAccess.mayWrite(who, null)).isEqualTo(role.isAdministrator());
        assertThat(makes(who, null)).isEqualTo(makesForAnything);
        assertThat(makes(who, 6)).isEqualTo(makesForAnything);
        assertThat(makes(who, 5)).isEqualTo(writes);
        assertThat(CouponAccess.seller(who)).isEqualTo(role == Role.RESELLER ? company : null);
    }

    @Test
    void a_vendor_who_names_nothing_is_told_so() {
        Principal vendor = new Principal(1, "u", "u@b.example", "U", "en", Role.VENDOR, 5, null);

        assertThatThrownBy(() -> CouponAccess.requireMaking(vendor, null)).hasMessageContaining("Field product:");
    }

    private static boolean makes(Principal who, @Nullable Integer vendor) {
        try {
            CouponAccess.requireMaking(who, vendor);
            return true;
        } catch (MercatoException e) {
            return false;
        }
    }

    private static CouponRequest read(String query) {
        Map<String, String> values = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return CouponRequest.of(new Filter(values), NOW);
    }
}
