package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OfferPrices;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code BudgetDetail} of the contract: what an order, or a change, would cost. Its sums are those of the first invoice; besides the
 * contract, {@code furtherPeriod} has those of each period that follows.
 *
 * @param couponStatus {@code APPLIED}, {@code NO_EFFECT} where it makes nothing cheaper, or why the coupon is refused; missing when there is none
 * @param downgrade whether a change waits for the next period
 * @param postLines what a period ends with, as far as it is ordered or expected
 */
public record BudgetBody(
        String currency,
        BigDecimal vat,
        BigDecimal firstPriceExcludingVAT,
        BigDecimal priceExcludingVAT,
        BigDecimal vatSpunOff,
        BigDecimal totalPrice,
        FurtherPeriod furtherPeriod,
        List<OrderLineBody> lines,
        List<OrderLineBody> postLines,
        BudgetPricingBody pricing,
        String couponStatus,
        UrlEntity cloudProvider,
        UrlEntity configuration,
        VmConfiguration vmConfiguration,
        Integer billingPeriod,
        Integer minimumDuration,
        Integer lifespan,
        Integer trialLength,
        IaasBilling iaasBilling,
        boolean downgrade,
        boolean selfBilled,
        boolean stampDuty,
        String nation) {

    /** What each period costs after the first one. */
    public record FurtherPeriod(
            BigDecimal priceExcludingVAT, BigDecimal vatSpunOff, BigDecimal totalPrice, List<OrderLineBody> lines) {}

    /** {@code BudgetVMConfiguration} of the contract. */
    public record VmConfiguration(
            Integer cpu,
            Integer ram,
            Integer rootDiskSpace,
            Integer dataDiskSpace,
            String instanceType,
            String operatingSystem) {}

    static BudgetBody of(Budget budget) {
        Offer offer = budget.offer();
        OfferPrices prices = offer.prices();
        InvoiceDraft first = budget.quote().firstInvoice();
        Offer.Machine machine = offer.productType().runsOnMachine() ? offer.machine() : null;
        return new BudgetBody(
                budget.quote().currency(),
                budget.quote().vatRate(),
                first.net().amount(),
                first.net().amount(),
                first.vat().amount(),
                first.total().amount(),
                furtherPeriod(budget),
                lines(budget.quote().first()),
                lines(budget.quote().atEnd()),
                BudgetPricingBody.of(budget),
                budget.price().couponStatus(),
                UrlEntity.of("cloudProvider", machine == null ? null : machine.providerId()),
                UrlEntity.of("virtualMachineConfiguration", budget.facts().configurationId()),
                machine == null ? null : vmConfiguration(budget, machine),
                offer.billingPeriod(),
                budget.facts().minimumDuration(),
                offer.lifespan(),
                budget.price().trialDays(),
                prices.iaasBilling(),
                budget.deferred(),
                false,
                false,
                budget.facts().nation());
    }

    private static FurtherPeriod furtherPeriod(Budget budget) {
        if (budget.quote().period().isEmpty()) {
            return null;
        }
        InvoiceDraft draft = budget.quote().periodInvoice();
        return new FurtherPeriod(
                draft.net().amount(),
                draft.vat().amount(),
                draft.total().amount(),
                lines(budget.quote().period()));
    }

    private static VmConfiguration vmConfiguration(Budget budget, Offer.Machine machine) {
        Budget.Facts facts = budget.facts();
        return new VmConfiguration(
                facts.cpu(),
                facts.ram(),
                facts.rootDiskSpace(),
                machine.dataDiskGigabytes(),
                machine.flavor(),
                facts.operatingSystem());
    }

    private static List<OrderLineBody> lines(List<QuoteLine> lines) {
        return lines.stream().map(OrderLineBody::of).toList();
    }
}
