package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.pricing.DiskSpacePricing;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** What disks cost by gigabyte and month: one price for each cloud. */
@Component("diskSpacePricingStore")
public class DiskSpacePricingStore extends ProviderPrices<DiskSpacePricing> {

    public DiskSpacePricingStore(Tables tables) {
        super(tables, "cmw.disk_space_pricing", "diskSpacePricing", DiskSpacePricing.class, DiskSpacePricing::reduced);
    }

    @Override
    public Page<DiskSpacePricing> list(Principal principal, Filter filter, PageRequest page) {
        return shown(
                principal,
                seenBy(principal)
                        .where("t.cloud_provider_id = :provider", "provider", filter.integer("cloudProvider"))
                        .page(page, "t.cloud_provider_id, t.id"));
    }

    @Override
    Columns columns(DiskSpacePricing price) {
        return of(price.cloudProviderId())
                .set("cost", price.cost())
                .set("price", price.price())
                .setJson("tiers", price.tiers());
    }
}
