package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.invoice.CustomInvoice;
import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.VendorCost;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.cmw.subscription.CostDesk;
import io.mercato.rest.Call;
import io.mercato.rest.CallerSource;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /subscription/{id}/invoice}: what vendors add to the costs of a subscription. */
@Component
public class VendorCostRest extends RestModule {
    private static final Set<Role> VENDORS = EnumSet.of(Role.VENDOR, Role.ADMIN, Role.SUPERADMIN);

    private final CallerSource callers;

    public VendorCostRest(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "cmw-invoice-subscription",
                                "POST",
                                "/subscription/{id}/invoice",
                                "direct:cmw-invoice-subscription",
                                "Writes an invoice now; ?cashed=true only declares it, ?type= says what it is for")
                        .allowed(VENDORS)
                        .takes(VendorCostLine[].class, VendorCostRest::invoice)
                        .answersCreated(
                                InvoiceBody.class,
                                Invoice.class,
                                invoice -> InvoiceBody.of(invoice, callers.current())),
                Operation.of(
                                "cmw-add-oneshot-costs",
                                "POST",
                                "/subscription/{id}/invoice/oneshot",
                                "direct:cmw-add-subscription-costs",
                                "Adds costs to the next invoice")
                        .allowed(VENDORS)
                        .takes(VendorCostLine[].class, lines -> new CostDesk.Once(costs(lines)))
                        .answers(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of),
                Operation.of(
                                "cmw-add-recurring-costs",
                                "POST",
                                "/subscription/{id}/invoice/recurring",
                                "direct:cmw-add-subscription-costs",
                                "Sets the costs that are added to every invoice")
                        .allowed(VENDORS)
                        .takes(VendorCostLine[].class, lines -> new CostDesk.Always(costs(lines)))
                        .answers(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of));
    }

    private static CustomInvoice invoice(VendorCostLine[] lines, Call call) {
        Filter query = new Filter(call.query());
        CustomInvoice.Type type = query.oneOf("type", CustomInvoice.Type.class);
        return new CustomInvoice(
                type == null ? CustomInvoice.Type.UPSELL : type,
                Boolean.TRUE.equals(query.flag("cashed")),
                costs(lines));
    }

    private static List<VendorCost> costs(VendorCostLine[] lines) {
        return Arrays.stream(lines).map(VendorCostLine::toDomain).toList();
    }
}
