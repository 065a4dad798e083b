package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.draft.PlanTexts;
import io.mercato.domain.cmw.catalogue.draft.ProductTexts;
import io.mercato.domain.cmw.changelog.Differences;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.cmw.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The texts of products and plans, by the names that their fields have in the contract. */
@Component
public class CatalogueTexts {
    static final String PRODUCT_TABLE = "cmw.product";
    static final String PLAN_TABLE = "cmw.product_version";
    static final Localised PRODUCT = new Localised(
                    PRODUCT_TABLE,
                    "name",
                    "short_description",
                    "long_description",
                    "end_user_instructions",
                    "terms_of_service",
                    "tos_acceptance",
                    "privacy",
                    "service_level_agreement",
                    "termination_message")
            .with("faq");
    static final Localised PLAN = new Localised(PLAN_TABLE, "name", "description");

    private static final List<String> SHARED = List.of("extraData", "tags", "changelog");

    private final Tables tables;

    public CatalogueTexts(Tables tables) {
        this.tables = tables;
    }

    /** What of a product can be drafted, as everybody reads it in this language. */
    Map<String, Object> ofProduct(int id, String language) {
        return Differences.fields(tables.select(
                        ProductTexts.class,
                        PRODUCT.columns("p") + ", p.extra_data, p.tags, p.changelog",
                        PRODUCT_TABLE + " p")
                .with("language", language)
                .where("p.id = :id", "id", id)
                .first()
                .orElseThrow());
    }

    /** What of a plan can be drafted, as everybody reads it in this language. */
    Map<String, Object> ofPlan(int id, String language) {
        return Differences.fields(tables.select(PlanTexts.class, PLAN.columns("v") + ", v.published", PLAN_TABLE + " v")
                .with("language", language)
                .where("v.id = :id", "id", id)
                .first()
                .orElseThrow());
    }

    /** Without what is the same in every language. @param values by the contract's names */
    void writeProduct(int id, String language, Map<String, Object> values) {
        PRODUCT.write(tables, id, language, columns(values));
    }

    /** What is the same in every language. */
    void writeShared(int product, Map<String, Object> values) {
        List<String> fields = SHARED.stream().filter(values::containsKey).toList();
        if (!fields.isEmpty()) {
            Columns columns = tables.columns(PRODUCT_TABLE);
            fields.forEach(field -> columns.setJson(column(field), values.get(field)));
            columns.update(product);
        }
    }

    /** Without what is the same in every language. */
    void writePlan(int id, String language, Map<String, Object> values) {
        PLAN.write(tables, id, language, columns(values));
    }

    private static Map<String, Object> columns(Map<String, Object> values) {
        Map<String, Object> columns = new LinkedHashMap<>();
        values.forEach((field, value) -> columns.put(column(field), value));
        return columns;
    }

    private static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
