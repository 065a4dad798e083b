package io.mercato.domain.cmw.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorCostTest {
    private static final CurrencyTable TABLE =
            new CurrencyTable("EUR", Map.of("USD", new BigDecimal("0.92"), "GBP", new BigDecimal("1.17")));
    private static final BigDecimal VAT = new BigDecimal("22");

    @ParameterizedTest
    @CsvSource({
        "EUR, 10, 10, EUR, Support",
        "USD, 10, 9.2000, EUR, Support (10 USD)",
        "USD, 0.33333, 0.3067, EUR, Support (0.33333 USD)",
        "GBP, -10, -11.7000, EUR, Support (-10 GBP)"
    })
    void foreign_money_is_converted_and_the_line_says_so(
            String currency, String price, String converted, String own, String description) {
        InvoiceLine line = cost(price, currency).line("Wiki", LineType.CUSTOM, VAT, TABLE);

        assertThat(line.unitPrice()).isEqualTo(Money.of(converted, own));
        assertThat(line.description()).isEqualTo(description);
        assertThat(line.type()).isEqualTo(LineType.CUSTOM);
    }

    @Test
    void a_currency_without_a_rate_is_refused() {
        assertThatThrownBy(() -> cost("1", "JPY").line("Wiki", LineType.CUSTOM, VAT, TABLE))
                .isInstanceOfSatisfying(MercatoException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
                    assertThat(failure.holders().get(0).extraFields()).containsEntry("currency", "JPY");
                });
    }

    @Test
    void only_the_rates_that_were_used_are_told() {
        assertThat(TABLE.used(List.of(cost("1", "USD"), cost("1", "EUR"), cost("1", null))))
                .containsOnlyKeys("USD");
    }

    @Test
    void what_has_no_words_has_the_products() {
        VendorCost cost = new VendorCost(LineType.BACKUP, " ", BigDecimal.ONE, null, BigDecimal.ONE, null);

        InvoiceLine line = cost.line("Wiki", LineType.CUSTOM, VAT, TABLE);

        assertThat(line.description()).isEqualTo("Wiki");
        assertThat(line.type()).isEqualTo(LineType.BACKUP);
        assertThat(line.unitPrice()).isEqualTo(Money.of("1", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "UPSELL, false, UPSELL, false",
        "CASHED, false, UPSELL, true",
        "CHUNKED, true, CHUNKED, true",
        "REFUND, false, REFUND, false"
    })
    void a_kind_of_invoice_is_a_kind_of_order(
            CustomInvoice.Type type, boolean cashed, OrderType orderType, boolean onlyDeclared) {
        CustomInvoice invoice = new CustomInvoice(type, cashed, List.of());

        assertThat(invoice.orderType()).isEqualTo(orderType);
        assertThat(invoice.isCashed()).isEqualTo(onlyDeclared);
    }

    private static VendorCost cost(String price, @Nullable String currency) {
        return new VendorCost(null, "Support", new BigDecimal(price), currency, BigDecimal.ONE, null);
    }
}
