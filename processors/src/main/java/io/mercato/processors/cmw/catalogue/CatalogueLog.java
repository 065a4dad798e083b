package io.mercato.processors.cmw.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.cmw.catalogue.RegisterEntry;
import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.changelog.Differences;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who changed what of a product and of its plans; the platform's own integrations hear of plans (behaviour §5). */
@Component("catalogueLog")
public class CatalogueLog {
    static final String PRODUCT = "product";
    static final String PLAN = "productVersion";

    private static final Set<String> SECRET = Set.of("notificationSecretToken");
    private static final Set<String> DERIVED = Set.of(
            "planIds",
            "recommendedPlanId",
            "cloudProviderIds",
            "minimumCost",
            "rating",
            "ratingCount",
            "drafted",
            "approvalRequested");
    private static final TypeReference<List<Change.Value>> VALUES = new TypeReference<>() {};

    private final ChangelogStore changelog;
    private final VendorEvents events;
    private final ProductReader products;
    private final Tables tables;
    private final Json json;

    public CatalogueLog(ChangelogStore changelog, VendorEvents events, ProductReader products, Tables tables) {
        this.changelog = changelog;
        this.events = events;
        this.products = products;
        this.tables = tables;
        this.json = tables.json();
    }

    void created(Principal by, Product product) {
        append(PRODUCT, product.id(), Change.Kind.CREATED, by, new Change.Value("name", null, product.name()));
    }

    void created(Principal by, ProductVersion plan) {
        append(PLAN, plan.id(), Change.Kind.CREATED, by, new Change.Value("name", null, plan.name()));
    }

    void removed(Principal by, Product product) {
        append(PRODUCT, product.id(), Change.Kind.DELETED, by, new Change.Value("name", product.name(), null));
    }

    void removed(Principal by, ProductVersion plan) {
        append(PLAN, plan.id(), Change.Kind.DELETED, by, new Change.Value("name", plan.name(), null));
    }

    void changed(Principal by, Product before, Product after) {
        changed(by, PRODUCT, before.id(), Differences.of(before, after, DERIVED, SECRET));
    }

    void changed(Principal by, ProductVersion before, ProductVersion after) {
        changed(by, PLAN, before.id(), Differences.of(before, after, DERIVED, SECRET));
    }

    /** A write that changes nothing leaves no trace. */
    void changed(Principal by, String entity, int id, List<Change.Value> values) {
        if (!values.isEmpty()) {
            append(entity, id, Change.Kind.MODIFIED, by, values);
        }
    }

    private void append(String entity, int id, Change.Kind kind, Principal by, Change.Value value) {
        append(entity, id, kind, by, List.of(value));
    }

    private void append(String entity, int id, Change.Kind kind, Principal by, List<Change.Value> values) {
        changelog.append(entity, id, kind, by, values);
        if (entity.equals(PLAN)) {
            events.record(EventEntity.PRODUCT_VERSION, id, EventType.valueOf(kind.name()), null, null, Map.of());
        }
    }

    /** For whom the product belongs to, and the staff; the oldest first. */
    public Page<RegisterEntry> register(Principal who, int product, PageRequest page) {
        if (!CatalogueAccess.seesInside(who, products.get(who, product).companyId())) {
            throw Errors.forbidden();
        }
        return new Selection<>(tables.jdbc(), this::entry, "c.*", "cmw.changelog c")
                .where("c.entity = 'product' and c.entity_id = :product or c.entity = 'productVersion'"
                        + " and c.entity_id in (select v.id from cmw.product_version v where v.product_id = :product)")
                .with("product", product)
                .page(page, "c.id");
    }

    private RegisterEntry entry(ResultSet row, int index) throws SQLException {
        String prefix = row.getString("entity").equals(PLAN) ? PLAN + "/" + row.getInt("entity_id") + "." : "";
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        for (Change.Value value : json.read(row.getString("changes"), VALUES)) {
            Map<String, String> sides = new LinkedHashMap<>();
            if (value.left() != null) {
                sides.put("old", value.left());
            }
            if (value.right() != null) {
                sides.put("new", value.right());
            }
            fields.put(prefix + value.property(), sides);
        }
        return new RegisterEntry(Rows.instant(row, "at"), row.getString("author"), fields);
    }
}
