package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.cmw.pricing.InstancePricing;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** What machines cost by the hour. */
@Component("instancePricingStore")
public class InstancePricingStore extends ProviderPrices<InstancePricing> {

    public InstancePricingStore(Tables tables) {
        super(tables, "cmw.instance_pricing", "instancePricing", InstancePricing.class, InstancePricing::reduced);
    }

    @Override
    public Page<InstancePricing> list(Principal principal, Filter filter, PageRequest page) {
        OperatingSystem system = filter.oneOf("osType", OperatingSystem.class);
        Page<InstancePricing> found = seenBy(principal)
                .where("t.cloud_provider_id = :provider", "provider", filter.integer("cloudProvider"))
                .where("t.deprecated = :deprecated", "deprecated", filter.flag("deprecated"))
                .where(
                        "coalesce(t.operating_system, :system) = :system",
                        "system",
                        system == null ? null : system.name())
                .where(
                        "t.instance_type_id = (select v.instance_type_id from cmw.product_version v where v.id = :plan)",
                        "plan",
                        filter.integer("productVersion"))
                .where(
                        "t.instance_type_id in (select m.instance_type_id"
                                + " from cmw.virtual_machine_configuration_instance_type m"
                                + " where m.virtual_machine_configuration_id = :configuration)",
                        "configuration",
                        filter.integer("virtualMachineConfiguration"))
                .page(page, "t.cloud_provider_id, t.price, t.id");
        return shown(principal, found);
    }

    @Override
    Columns columns(InstancePricing price) {
        Columns columns = of(price.cloudProviderId());
        boolean fits = tables.jdbc()
                .sql("select exists (select from cmw.instance_type where id = ? and cloud_provider_id = ?)")
                .params(price.instanceTypeId(), price.cloudProviderId())
                .query(Boolean.class)
                .single();
        if (!fits) {
            throw Errors.unknownReference("instanceType", "instanceType/" + price.instanceTypeId());
        }
        return columns.set("instance_type_id", price.instanceTypeId())
                .set("operating_system", price.operatingSystem())
                .set("cost", price.cost())
                .set("price", price.price())
                .setJson("reserved", price.reserved())
                .set("deprecated", price.deprecated());
    }
}
