package io.mercato.boot.demo;

import io.mercato.domain.cmw.catalogue.Category;
import io.mercato.domain.cmw.catalogue.CloudCredentialsSupport;
import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductDestination;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.catalogue.VirtualMachineConfiguration;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.catalogue.CategoryStore;
import io.mercato.processors.cmw.catalogue.ProductStore;
import io.mercato.processors.cmw.catalogue.ProductVersionStore;
import io.mercato.processors.cmw.catalogue.VirtualMachineConfigurationStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The demo data's shelves, machines, products and plans. */
@Component
class DemoCatalogue {
    private final DemoCloud cloud;
    private final CategoryStore categories;
    private final VirtualMachineConfigurationStore configurations;
    private final ProductStore products;
    private final ProductVersionStore plans;

    DemoCatalogue(
            DemoCloud cloud,
            CategoryStore categories,
            VirtualMachineConfigurationStore configurations,
            ProductStore products,
            ProductVersionStore plans) {
        this.cloud = cloud;
        this.categories = categories;
        this.configurations = configurations;
        this.products = products;
        this.plans = plans;
    }

    void fill(DemoFile file, DemoKeys keys) {
        cloud.fill(file, keys);
        file.categories().forEach(category -> keys.put("category", category.key(), fill(category)));
        file.configurations()
                .forEach(configuration -> keys.put(
                        "configuration",
                        configuration.key(),
                        configurations
                                .create(Principal.SYSTEM, configuration(configuration, keys))
                                .id()));
        file.products().forEach(product -> fill(product, keys));
    }

    private int fill(DemoFile.DemoCategory category) {
        int id = categories
                .create(Principal.SYSTEM, category(category.name(), category))
                .id();
        if (category.translations() != null) {
            category.translations()
                    .forEach((language, name) ->
                            categories.update(Principal.SYSTEM.inLanguage(language), id, category(name, category)));
        }
        return id;
    }

    private static Category category(String name, DemoFile.DemoCategory category) {
        return new Category(null, name, null, category.weight(), 0);
    }

    private void fill(DemoFile.DemoProduct product, DemoKeys keys) {
        int id = products.create(Principal.SYSTEM, product(product, keys)).id();
        if (product.translations() != null) {
            product.translations()
                    .forEach((language, texts) -> products.update(
                            Principal.SYSTEM.inLanguage(language), id, product(product.in(texts), keys)));
        }
        int weight = product.plans().size();
        for (DemoFile.Plan plan : product.plans()) {
            plans.create(Principal.SYSTEM, plan(id, plan, weight--, keys));
        }
    }

    private static VirtualMachineConfiguration configuration(DemoFile.Configuration configuration, DemoKeys keys) {
        return new VirtualMachineConfiguration(
                null,
                configuration.name(),
                OperatingSystem.LINUX,
                "debian-12",
                configuration.diskSpace(),
                configuration.port(),
                configuration.login(),
                false,
                keys.get("company", configuration.company()),
                configuration.sizes().stream()
                        .map(size -> keys.get("size", size))
                        .toList());
    }

    private static Product product(DemoFile.DemoProduct product, DemoKeys keys) {
        return new Product(
                null,
                product.type(),
                keys.get("company", product.company()),
                keys.get("category", product.category()),
                product.name(),
                product.slug(),
                null,
                product.shortDescription(),
                product.longDescription(),
                product.instructions(),
                "",
                "/logos/" + product.slug() + ".svg",
                product.tags(),
                ProductDestination.B2B,
                product.silent(),
                false,
                SubscriptionsPerProduct.UNLIMITED,
                List.of(),
                List.of(),
                null,
                null,
                product.weight(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                "",
                "",
                "",
                "",
                Map.of(),
                false,
                null,
                null,
                null,
                0,
                false,
                false,
                null,
                CloudCredentialsSupport.ENABLED,
                null);
    }

    private static ProductVersion plan(int product, DemoFile.Plan plan, int weight, DemoKeys keys) {
        return new ProductVersion(
                null,
                product,
                plan.name(),
                null,
                "",
                plan.contact() ? null : plan.price(),
                plan.setupFee() == null ? BigDecimal.ZERO : plan.setupFee(),
                plan.billingPeriod(),
                null,
                plan.lifespan(),
                plan.billingPeriod() != null,
                true,
                false,
                plan.trialDays() == null ? Trial.NOT_ALLOWED : Trial.ALLOWED_WO_PAYMENT_METHOD,
                plan.trialDays(),
                IaasBilling.PRE_PAID,
                plan.configuration() == null ? null : keys.get("cloud", DemoCloud.KEY),
                keys.get("configuration", plan.configuration()),
                keys.get("size", plan.size()),
                null,
                null,
                plan.recommended(),
                true,
                weight,
                CouponConfiguration.ALLOWED,
                List.of(),
                null,
                null,
                false,
                null);
    }
}
