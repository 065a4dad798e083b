package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.invoice.VendorCost;
import io.mercato.domain.error.Errors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A cost that a vendor adds to a subscription.
 *
 * @param quantity one when it is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorCostLine(
        LineType type,
        @Size(max = 1024) String description,
        @NotNull @Valid CostPrice price,
        @Positive @Digits(integer = 9, fraction = 4) BigDecimal quantity,
        @Size(max = 255) String unit) {

    /**
     * @param price of one, without tax; below zero for a discount
     * @param currency the marketplace's when it is left out
     */
    public record CostPrice(
            @NotNull @Digits(integer = 9, fraction = 4) BigDecimal price,
            @Size(min = 3, max = 3) String currency) {}

    VendorCost toDomain() {
        return new VendorCost(
                type,
                description,
                price.price(),
                currency(price.currency()),
                quantity == null ? BigDecimal.ONE : quantity,
                unit);
    }

    private static String currency(String code) {
        try {
            return code == null ? null : Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Errors.invalidField("price.currency", "must be the code of a currency, as EUR");
        }
    }

    static VendorCostLine of(VendorCost cost) {
        return new VendorCostLine(
                cost.type(),
                cost.description(),
                new CostPrice(cost.price(), cost.currency()),
                cost.quantity(),
                cost.unit());
    }
}
