package io.mercato.domain.cmw.catalogue.draft;

import io.mercato.domain.cmw.catalogue.ProductVersion;

/** What of a plan is approved: its texts, and that it is shown at all. */
public record PlanTexts(String name, String description, boolean published) {

    public static PlanTexts of(ProductVersion plan) {
        return new PlanTexts(plan.name(), plan.description(), plan.published());
    }
}
