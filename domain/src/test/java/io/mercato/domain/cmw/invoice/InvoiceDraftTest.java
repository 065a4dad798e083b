package io.mercato.domain.cmw.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InvoiceDraftTest {

    @Test
    void the_worked_figures() {
        InvoiceDraft draft = draft(line("100", "2", "22"), line("23.4567", "1", "22"));

        assertThat(draft.net()).isEqualTo(Money.of("223.46", "EUR"));
        assertThat(draft.vat()).isEqualTo(Money.of("49.16", "EUR"));
        assertThat(draft.total()).isEqualTo(Money.of("272.62", "EUR"));
    }

    @Test
    void tax_is_summed_for_each_rate_and_then_rounded() {
        // 3 × 0.10 at 5 % is 0.015, so 0.02; line by line it would be 3 × 0.01
        assertThat(draft(line("0.10", "1", "5"), line("0.10", "1", "5.00"), line("0.10", "1", "5"))
                        .vat())
                .isEqualTo(Money.of("0.02", "EUR"));
        // two rates are rounded apart from each other
        assertThat(draft(line("0.10", "1", "5"), line("0.10", "1", "6")).vat()).isEqualTo(Money.of("0.02", "EUR"));
    }

    @Test
    void a_half_is_rounded_up() {
        assertThat(draft(line("0.0050", "1", "0")).net()).isEqualTo(Money.of("0.01", "EUR"));
        assertThat(draft(line("0.0049", "1", "0")).net()).isEqualTo(Money.of("0.00", "EUR"));
    }

    @Test
    void the_first_invoice_has_the_set_up_fee_and_a_renewal_has_not() {
        InvoiceDraft first = InvoiceDraft.first(
                "Small", Money.of("10.0000", "EUR"), Money.of("5.0000", "EUR"), new BigDecimal("22"));
        InvoiceDraft renewal = InvoiceDraft.renewal("Small", Money.of("10.0000", "EUR"), new BigDecimal("22"));

        assertThat(first.lines()).extracting(InvoiceLine::description).containsExactly("Small", "Small: set-up");
        assertThat(first.total()).isEqualTo(Money.of("18.30", "EUR"));
        assertThat(renewal.lines()).extracting(InvoiceLine::type).containsExactly(LineType.PRODUCT);
        assertThat(renewal.total()).isEqualTo(Money.of("12.20", "EUR"));
    }

    @Test
    void no_set_up_fee_is_no_line() {
        InvoiceDraft first =
                InvoiceDraft.first("Small", Money.of("10.0000", "EUR"), Money.of("0.0000", "EUR"), BigDecimal.ZERO);

        assertThat(first.lines()).hasSize(1);
        assertThat(first.vat().isZero()).isTrue();
    }

    @Property
    void the_total_is_net_and_tax_to_the_cent(@ForAll("lines") List<InvoiceLine> lines) {
        InvoiceDraft draft = new InvoiceDraft(lines, "EUR");

        assertThat(draft.total().amount())
                .isEqualByComparingTo(draft.net().amount().add(draft.vat().amount()));
        assertThat(draft.total().amount().scale()).isEqualTo(2);
        assertThat(draft.net().amount())
                .isEqualByComparingTo(
                        lines.stream().map(line -> line.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property
    void the_order_of_the_lines_changes_nothing(@ForAll("lines") List<InvoiceLine> lines, @ForAll Random random) {
        List<InvoiceLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);

        assertThat(new InvoiceDraft(shuffled, "EUR").total()).isEqualTo(new InvoiceDraft(lines, "EUR").total());
    }

    @Property
    void rounding_moves_the_tax_by_half_a_cent_for_each_rate_at_most(@ForAll("lines") List<InvoiceLine> lines) {
        BigDecimal exact = lines.stream()
                .map(line -> line.net().percent(line.vatRate()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long rates = lines.stream()
                .map(line -> line.vatRate().stripTrailingZeros())
                .distinct()
                .count();

        assertThat(new InvoiceDraft(lines, "EUR").vat().amount().subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(rates)));
    }

    @Provide
    Arbitrary<List<InvoiceLine>> lines() {
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999.9999"))
                .ofScale(4);
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999"))
                .ofScale(2);
        Arbitrary<BigDecimal> rate =
                Arbitraries.of(BigDecimal.ZERO, new BigDecimal("4"), new BigDecimal("22"), new BigDecimal("22.00"));
        return Combinators.combine(price, quantity, rate)
                .as((p, q, r) -> new InvoiceLine(LineType.PRODUCT, "x", new Money(p, "EUR"), q, r))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static InvoiceDraft draft(InvoiceLine... lines) {
        return new InvoiceDraft(List.of(lines), "EUR");
    }

    private static InvoiceLine line(String price, String quantity, String rate) {
        return new InvoiceLine(
                LineType.PRODUCT, "x", Money.of(price, "EUR"), new BigDecimal(quantity), new BigDecimal(rate));
    }
}
