package io.mercato.domain.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.catalogue.BundleRules.Bundled;
import io.mercato.domain.cmw.catalogue.BundleRules.Sold;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundle is company 10's, billed monthly; plan 1 costs 10.00 and 5.00 once, plan 2 costs 20.00. */
class BundleRulesTest {
    private static final Bundled WIKI = plan(1, 10, true, "10", 1);
    private static final Bundled MAIL = plan(2, 10, true, "20", 1);
    private static final Map<Integer, BigDecimal> BOTH = Map.of(1, new BigDecimal("10"), 2, new BigDecimal("50"));

    @Test
    void a_bundle_costs_what_is_in_it_less_its_discounts() {
        ProductVersion priced = complete(bundle(BOTH, true), WIKI, MAIL);

        assertThat(priced.price()).isEqualTo(new BigDecimal("19.0000"));
        assertThat(priced.setupFee()).isEqualByComparingTo("10");
    }

    @ParameterizedTest(name = "{0} less {1} %: {2}")
    @CsvSource({"10, 0, 30.0000", "10, 100, 20.0000", "9.99, 33.33, 26.6603", "0.0001, 50, 20.0001", "0, 10, 20.0000"})
    void a_discount_is_a_percentage_of_one_plans_price(String price, String discount, String total) {
        Map<Integer, BigDecimal> bundle = Map.of(1, new BigDecimal(discount), 2, BigDecimal.ZERO);

        assertThat(BundleRules.price(bundle, List.of(plan(1, 10, true, price, 1), MAIL)))
                .isEqualTo(new BigDecimal(total));
    }

    @Test
    void only_a_bundle_bundles() {
        assertThatThrownBy(() -> BundleRules.complete(
                        vendor(), product(ProductType.SYNDICATED), bundle(BOTH, true), List.of(WIKI, MAIL)))
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        thrown -> assertThat(thrown.key()).isEqualTo("not-a-bundle"));
        ProductVersion plain = bundle(Map.of(), true);
        assertThat(BundleRules.complete(vendor(), product(ProductType.SYNDICATED), plain, List.of()))
                .isEqualTo(plain);
    }

    @Test
    void a_plan_that_is_not_there_is_unknown_and_so_is_another_vendors_draft() {
        assertThat(problems(bundle(BOTH, true), WIKI))
                .singleElement()
                .asString()
                .contains("productVersion/2");
        assertThat(problems(bundle(BOTH, true), WIKI, plan(2, 99, false, "20", 1)))
                .singleElement()
                .asString()
                .contains("does not exist");
    }

    @Test
    void what_cannot_be_bundled_is_told_why() {
        Bundled inner = new Bundled(2, 102, 10, ProductType.BUNDLE, true, BigDecimal.TEN, BigDecimal.ZERO, 1, null);
        Bundled twin = new Bundled(2, 101, 10, ProductType.SYNDICATED, true, BigDecimal.TEN, BigDecimal.ZERO, 1, null);
        Bundled once = new Bundled(2, 102, 10, ProductType.SYNDICATED, true, BigDecimal.TEN, BigDecimal.ZERO, null, 24);

        assertThat(problems(bundle(BOTH, true), WIKI, inner))
                .singleElement()
                .asString()
                .contains("no other bundle");
        assertThat(problems(bundle(BOTH, true), WIKI, twin))
                .anyMatch(problem -> problem.contains("one plan of a product"));
        assertThat(problems(bundle(BOTH, true), WIKI, once))
                .singleElement()
                .asString()
                .contains("another period");
        assertThat(problems(bundle(BOTH, true), WIKI, plan(2, 10, false, "20", 1)))
                .singleElement()
                .asString()
                .contains("not published");
        assertThat(problems(bundle(BOTH, true), WIKI, plan(2, 10, true, null, 1)))
                .singleElement()
                .asString()
                .contains("has no price");
    }

    @Test
    void a_vendor_bundles_his_own_and_an_administrator_anybodys() {
        Bundled others = plan(2, 99, true, "20", 1);

        assertThat(problems(bundle(BOTH, true), WIKI, others))
                .singleElement()
                .asString()
                .contains("another vendor's");
        assertThat(BundleRules.complete(
                                who(Role.ADMIN), product(ProductType.BUNDLE), bundle(BOTH, true), List.of(WIKI, others))
                        .price())
                .isEqualTo(new BigDecimal("19.0000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "10.001"})
    void a_discount_is_a_percentage_with_two_decimals(String discount) {
        Map<Integer, BigDecimal> bundle = Map.of(1, new BigDecimal(discount), 2, BigDecimal.ZERO);

        assertThat(problems(bundle(bundle, true), WIKI, MAIL))
                .singleElement()
                .asString()
                .contains("discount");
    }

    @Test
    void a_bundle_is_published_with_two_products_and_drafted_with_less() {
        assertThat(problems(bundle(Map.of(), true))).singleElement().asString().contains("two products");
        assertThat(problems(bundle(Map.of(1, BigDecimal.ZERO), true), WIKI)).hasSize(1);
        assertThat(complete(bundle(Map.of(1, BigDecimal.ZERO), false), WIKI).price())
                .isEqualByComparingTo("10");
        assertThat(complete(bundle(Map.of(), false)).price()).isEqualByComparingTo("0");
    }

    @Test
    void a_bundle_is_whole_as_long_as_all_that_is_in_it_is_sold() {
        Sold bundle = new Sold(BOTH, 1, null);

        assertThat(BundleRules.isWhole(bundle, List.of(WIKI, MAIL))).isTrue();
        assertThat(BundleRules.isWhole(bundle, List.of(WIKI))).isFalse();
        assertThat(BundleRules.isWhole(bundle, List.of(WIKI, plan(2, 10, false, "20", 1))))
                .isFalse();
        assertThat(BundleRules.isWhole(bundle, List.of(WIKI, plan(2, 10, true, null, 1))))
                .isFalse();
        assertThat(BundleRules.isWhole(bundle, List.of(WIKI, plan(2, 10, true, "20", 12))))
                .isFalse();
    }

    private static ProductVersion complete(ProductVersion plan, Bundled... known) {
        return BundleRules.complete(vendor(), product(ProductType.BUNDLE), plan, List.of(known));
    }

    private static Collection<String> problems(ProductVersion plan, Bundled... known) {
        try {
            complete(plan, known);
            return List.of();
        } catch (MercatoException refused) {
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            return refused.holders().stream().map(ErrorHolder::error).toList();
        }
    }

    private static Bundled plan(
            int id, int company, boolean published, @Nullable String price, @Nullable Integer months) {
        return new Bundled(
                id,
                100 + id,
                company,
                ProductType.SYNDICATED,
                published,
                price == null ? null : new BigDecimal(price),
                new BigDecimal("5"),
                months,
                null);
    }

    private static Principal vendor() {
        return who(Role.VENDOR);
    }

    private static Principal who(Role role) {
        return new Principal(1, "u", "u@mercato.example", "U", "en", role, 10, null);
    }

    private static ProductVersion bundle(Map<Integer, BigDecimal> plans, boolean published) {
        return CatalogueSamples.plan(plans, published);
    }

    private static Product product(ProductType type) {
        return CatalogueSamples.product(type);
    }
}
