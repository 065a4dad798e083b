package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of a bundle must be like: plans of several other products, each with a discount in percent on its price. What a
 * bundle costs follows from what is in it, and so is never given.
 */
public final class BundleRules {
    private static final String FIELD = "bundle";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private BundleRules() {}

    /**
     * A plan that somebody puts into a bundle.
     *
     * @param price of one billing period; null for "contact us"
     */
    public record Bundled(
            int planId,
            int productId,
            int companyId,
            ProductType type,
            boolean published,
            @Nullable BigDecimal price,
            BigDecimal setupFee,
            @Nullable Integer billingPeriod,
            @Nullable Integer lifespan) {}

    /** What of a bundle's plan tells whether it can go on being sold. */
    public record Sold(
            Map<Integer, BigDecimal> bundle,
            @Nullable Integer billingPeriod,
            @Nullable Integer lifespan) {}

    /**
     * The plan with the price and the set-up fee that follow from its bundle. Throws a REJECTED error that names every rule
     * that is broken.
     *
     * @param product that the plan is of
     * @param plan with its bundle; plans of other products have none
     * @param known the plans that are in it; what is not there is unknown
     */
    public static ProductVersion complete(
            Principal who, Product product, ProductVersion plan, Collection<Bundled> known) {
        Map<Integer, BigDecimal> bundle = Objects.requireNonNullElse(plan.bundle(), Map.of());
        if (product.type() != ProductType.BUNDLE) {
            if (!bundle.isEmpty()) {
                throw Errors.rejectedField("not-a-bundle", "bundle", "product " + product.id() + " is no bundle");
            }
            return plan;
        }
        List<ErrorHolder> broken = new ArrayList<>();
        bundle.forEach((id, discount) -> {
            Bundled one = find(who, product, id, known);
            problems(who, product, plan, one, discount)
                    .forEach(problem -> broken.add(Errors.fieldHolder(FIELD + ".productVersion/" + id, problem)));
        });
        checkWhole(plan, known, broken);
        if (!broken.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, broken, null);
        }
        return plan.costing(price(bundle, known), setupFee(known));
    }

    /** Another vendor's draft reads like one that does not exist. */
    private static Bundled find(Principal who, Product product, int id, Collection<Bundled> known) {
        return known.stream()
                .filter(one -> one.planId() == id)
                .filter(one -> one.published()
                        || who.role().isAdministrator()
                        || Objects.equals(one.companyId(), product.companyId()))
                .findFirst()
                .orElseThrow(() -> Errors.unknownReference(FIELD, "productVersion/" + id));
    }

    private static List<String> problems(
            Principal who, Product product, ProductVersion plan, Bundled one, BigDecimal discount) {
        List<String> problems = new ArrayList<>();
        if (one.type() == ProductType.BUNDLE) {
            problems.add("a bundle is in no other bundle");
        }
        if (!who.role().isAdministrator() && !Objects.equals(one.companyId(), product.companyId())) {
            problems.add("is another vendor's: only administrators bundle those");
        }
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            problems.add("the discount is from 0 to 100 percent");
        }
        if (discount.stripTrailingZeros().scale() > 2) {
            problems.add("the discount has at most 2 decimals");
        }
        if (!one.published()) {
            problems.add("is not published");
        }
        if (one.price() == null) {
            problems.add("has no price");
        }
        if (!Objects.equals(one.billingPeriod(), plan.billingPeriod())
                || !Objects.equals(one.lifespan(), plan.lifespan())) {
            problems.add("is billed by another period than the bundle");
        }
        return problems;
    }

    private static void checkWhole(ProductVersion plan, Collection<Bundled> known, List<ErrorHolder> broken) {
        long products = known.stream().map(Bundled::productId).distinct().count();
        if (products < known.size()) {
            broken.add(Errors.fieldHolder(FIELD, "holds one plan of a product"));
        }
        if (plan.published() && products < 2) {
            broken.add(Errors.fieldHolder(FIELD, "a published bundle holds plans of two products or more"));
        }
        if (plan.trial() != Trial.NOT_ALLOWED) {
            broken.add(Errors.fieldHolder("trial", "a bundle cannot be tried"));
        }
    }

    /** Of one billing period, net, with 4 decimals: each plan's price less its discount. */
    public static BigDecimal price(Map<Integer, BigDecimal> bundle, Collection<Bundled> known) {
        return known.stream()
                .map(one -> discounted(
                        Objects.requireNonNull(one.price()), bundle.getOrDefault(one.planId(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(4, RoundingMode.HALF_UP);
    }

    /** Set-up is done for each of them, and is not discounted. */
    public static BigDecimal setupFee(Collection<Bundled> known) {
        return known.stream().map(Bundled::setupFee).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A price less so many percent, with 4 decimals. */
    public static BigDecimal discounted(BigDecimal price, BigDecimal percent) {
        return price.multiply(HUNDRED.subtract(percent)).divide(HUNDRED, 4, RoundingMode.HALF_UP);
    }

    /** Whether a bundle can go on being sold, after something in it was changed. */
    public static boolean isWhole(Sold plan, Collection<Bundled> known) {
        return known.stream().map(Bundled::productId).distinct().count() >= 2
                && known.stream()
                        .allMatch(one -> one.published()
                                && one.price() != null
                                && Objects.equals(one.billingPeriod(), plan.billingPeriod())
                                && Objects.equals(one.lifespan(), plan.lifespan()));
    }
}
