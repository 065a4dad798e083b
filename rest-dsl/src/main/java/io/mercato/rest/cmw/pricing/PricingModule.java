package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.pricing.BandwidthPricing;
import io.mercato.domain.cmw.pricing.BillingItem;
import io.mercato.domain.cmw.pricing.DiskSpacePricing;
import io.mercato.domain.cmw.pricing.InstancePricing;
import io.mercato.rest.Operation;
import io.mercato.rest.cmw.Resource;
import io.mercato.rest.cmw.ResourceModule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The REST face of extra resources and of the clouds' prices. */
@Component
public class PricingModule extends ResourceModule {
    // spotless:off
    private static final Resource<BillingItem, BillingItemBody> ITEM = new Resource<>(
            "billing-item", "billingItem", EVERYBODY,
            BillingItem.class, BillingItemBody.class, BillingItemBody::of, BillingItemBody::toDomain);
    private static final Resource<InstancePricing, InstancePricingBody> INSTANCE = new Resource<>(
            "instance-pricing", "instancePricing", EVERYBODY,
            InstancePricing.class, InstancePricingBody.class, InstancePricingBody::of, InstancePricingBody::toDomain);
    private static final Resource<DiskSpacePricing, DiskSpacePricingBody> DISK = new Resource<>(
            "disk-space-pricing", "diskSpacePricing", EVERYBODY,
            DiskSpacePricing.class, DiskSpacePricingBody.class,
            DiskSpacePricingBody::of, DiskSpacePricingBody::toDomain);
    private static final Resource<BandwidthPricing, BandwidthPricingBody> BANDWIDTH = new Resource<>(
            "bandwidth-pricing", "bandwidthPricing", EVERYBODY,
            BandwidthPricing.class, BandwidthPricingBody.class,
            BandwidthPricingBody::of, BandwidthPricingBody::toDomain);
    // spotless:on

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        Stream.of(INSTANCE, DISK, BANDWIDTH).forEach(this::patched);
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Stream<Stream<Operation<?, ?>>> all = Stream.of(
                Stream.of(ITEM, INSTANCE, DISK, BANDWIDTH).flatMap(Resource::operations),
                Stream.of(INSTANCE, DISK, BANDWIDTH).map(Resource::patch),
                Stream.of(
                        Operation.of(
                                        "get-billing-item-by-identifier",
                                        "GET",
                                        "/billingItem/identifier={identifier}",
                                        "direct:cmw-get-billing-item-by-identifier",
                                        "The extra resource with the vendor's own name of it")
                                .allowed(EVERYBODY)
                                .answers(BillingItemBody.class, BillingItem.class, BillingItemBody::of),
                        Operation.of(
                                        "list-cloud-provider-tags",
                                        "GET",
                                        "/cloudProvider/cloudProviderTags",
                                        "direct:cmw-list-cloud-provider-tags",
                                        "What a cloud can do, in words")
                                .allowed(EVERYBODY)
                                .answers(Map.class, Map.class, map -> map)));
        return all.<Operation<?, ?>>flatMap(Function.identity()).toList();
    }
}
