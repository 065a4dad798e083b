package io.mercato.domain.cmw.catalogue.draft;

import io.mercato.domain.cmw.catalogue.FaqEntry;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ReleaseNote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a product is approved before everybody reads it: its texts. What it costs and how it runs is not.
 *
 * @param changelog null in a request: as it was
 */
public record ProductTexts(
        String name,
        String shortDescription,
        String longDescription,
        String endUserInstructions,
        String termsOfService,
        String tosAcceptance,
        String privacy,
        String serviceLevelAgreement,
        String terminationMessage,
        List<FaqEntry> faq,
        Map<String, Object> extraData,
        List<String> tags,
        @Nullable List<ReleaseNote> changelog) {

    public static ProductTexts of(Product product) {
        return new ProductTexts(
                product.name(),
                product.shortDescription(),
                product.longDescription(),
                product.endUserInstructions(),
                product.termsOfService(),
                product.tosAcceptance(),
                product.privacy(),
                product.serviceLevelAgreement(),
                product.terminationMessage(),
                product.faq(),
                product.extraData(),
                product.tags(),
                product.changelog());
    }
}
