package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.pricing.BandwidthPricing;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** What amounts of traffic cost by month. */
@Component("bandwidthPricingStore")
public class BandwidthPricingStore extends ProviderPrices<BandwidthPricing> {

    public BandwidthPricingStore(Tables tables) {
        super(tables, "cmw.bandwidth_pricing", "bandwidthPricing", BandwidthPricing.class, BandwidthPricing::reduced);
    }

    @Override
    public Page<BandwidthPricing> list(Principal principal, Filter filter, PageRequest page) {
        return shown(
                principal,
                seenBy(principal)
                        .where("t.cloud_provider_id = :provider", "provider", filter.integer("cloudProvider"))
                        .page(page, "t.cloud_provider_id, t.traffic, t.id"));
    }

    @Override
    Columns columns(BandwidthPricing price) {
        return of(price.cloudProviderId())
                .set("cost", price.cost())
                .set("price", price.price())
                .set("traffic", price.traffic());
    }
}
