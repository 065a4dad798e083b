package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.pricing.BillingItemValue;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.cmw.pricing.PriceRanges;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** {@code BillingItemValue} of the contract: a range of prices at which a plan offers an extra resource. */
public record BillingItemValueBody(
        Integer id,
        String self,
        @NotNull UrlEntity item,
        @NotNull @Min(0) @Max(PriceRanges.MOST) Integer start,
        @Min(0) @Max(PriceRanges.MOST) Integer end,
        @Min(1) @Max(PriceRanges.MOST) Integer step,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal price,

        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal setup,
        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal proportionalSetup,
        @Size(max = 125) String tag,
        @Size(max = 8192) String description) {

    public static List<BillingItemValueBody> of(List<BillingItemValue> values) {
        return values.stream()
                .map(value -> of(value.id(), value.billingItemId(), value.range(), value.description()))
                .toList();
    }

    /** At the prices of an order; these have no id, as they are no plan's any more. */
    public static List<BillingItemValueBody> ofOrdered(List<OrderedItem> items) {
        return items.stream()
                .flatMap(ordered -> ordered.item().ranges().stream()
                        .map(range -> of(null, ordered.item().billingItemId(), range, null)))
                .toList();
    }

    public static List<BillingItemValue> toDomain(List<BillingItemValueBody> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).toDomain("billingItemValues[" + i + "].item"))
                .toList();
    }

    private static BillingItemValueBody of(Integer id, int item, PriceRange range, String description) {
        return new BillingItemValueBody(
                id,
                id == null ? null : "billingItemValue/" + id,
                UrlEntity.of("billingItem", item),
                range.start(),
                range.end(),
                range.step(),
                range.price(),
                range.setup(),
                range.proportionalSetup(),
                range.tag(),
                description);
    }

    private BillingItemValue toDomain(String field) {
        PriceRange range = new PriceRange(
                start,
                end,
                or(step, 1),
                price,
                or(setup, BigDecimal.ZERO),
                or(proportionalSetup, BigDecimal.ZERO),
                text(tag));
        return new BillingItemValue(null, References.required(item, "billingItem", field), range, or(description, ""));
    }
}
