package io.mercato.boot.demo;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.identity.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What stands in {@code demo/marketplace.json}; keys name things within the file. */
record DemoFile(
        Marketplace marketplace,
        List<DemoCompany> companies,
        List<DemoUser> users,
        List<DemoCategory> categories,
        List<Size> sizes,
        List<Configuration> configurations,
        List<DemoProduct> products) {

    record Marketplace(String slug, String name) {}

    /** @param parent key of the company that it belongs to; null for none */
    record DemoCompany(
            String key,
            CompanyKind kind,
            String name,
            String city,
            String countryCode,
            String description,
            String parent) {}

    record DemoUser(String userName, String name, String surname, String role, String company) {
        Role asRole() {
            return Role.valueOf(role);
        }
    }

    /** @param translations its name in other languages */
    record DemoCategory(String key, String name, int weight, Map<String, String> translations) {}

    /** @param ram megabytes @param disk gigabytes */
    record Size(String name, int cpu, int ram, int disk) {}

    record Configuration(
            String key, String name, String company, int diskSpace, Integer port, String login, List<String> sizes) {}

    record DemoProduct(
            String slug,
            ProductType type,
            String company,
            String category,
            String name,
            List<String> tags,
            int weight,
            boolean silent,
            String shortDescription,
            String longDescription,
            String instructions,
            Map<String, Texts> translations,
            List<Plan> plans) {

        DemoProduct in(Texts texts) {
            return new DemoProduct(
                    slug,
                    type,
                    company,
                    category,
                    texts.name(),
                    tags,
                    weight,
                    silent,
                    texts.shortDescription(),
                    texts.longDescription(),
                    texts.instructions(),
                    translations,
                    plans);
        }
    }

    /** What of a product is translated. */
    record Texts(String name, String shortDescription, String longDescription, String instructions) {}

    /** @param contact has no price: "contact us" */
    record Plan(
            String name,
            BigDecimal price,
            BigDecimal setupFee,
            Integer billingPeriod,
            Integer lifespan,
            Integer trialDays,
            boolean recommended,
            boolean contact,
            String size,
            String configuration) {}
}
