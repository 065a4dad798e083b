package io.mercato.domain.cmw.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A product of company 10 and a monthly plan of it, for tests. */
final class CatalogueSamples {

    private CatalogueSamples() {}

    static Product product(ProductType type) {
        return new Product(
                3,
                type,
                10,
                1,
                "Office",
                null,
                null,
                "",
                "",
                "",
                "",
                null,
                List.of(),
                ProductDestination.B2B,
                false,
                false,
                SubscriptionsPerProduct.UNLIMITED,
                List.of(),
                List.of(),
                null,
                null,
                0,
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                "",
                "",
                "",
                "",
                Map.of(),
                false,
                null,
                null,
                null,
                0,
                false,
                false,
                null,
                CloudCredentialsSupport.DISABLED,
                null);
    }

    static ProductVersion plan(Map<Integer, BigDecimal> bundle, boolean published) {
        return new ProductVersion(
                null,
                3,
                "All",
                null,
                "",
                null,
                BigDecimal.ZERO,
                1,
                null,
                null,
                true,
                true,
                false,
                Trial.NOT_ALLOWED,
                null,
                IaasBilling.PRE_PAID,
                null,
                null,
                null,
                null,
                bundle,
                false,
                published,
                0,
                CouponConfiguration.ALLOWED,
                List.of(),
                null,
                null,
                false,
                null);
    }
}
