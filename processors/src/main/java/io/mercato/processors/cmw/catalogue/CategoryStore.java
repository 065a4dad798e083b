package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Category;
import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The shelves of the marketplace: everybody sees them, administrators change them. */
@Component("categoryStore")
public class CategoryStore implements ResourceStore<Category> {
    private static final String TABLE = "cmw.category";
    private static final Localised TEXTS = new Localised(TABLE, "name");

    private final Tables tables;

    public CategoryStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Category> list(Principal principal, Filter filter, PageRequest page) {
        Selection<Category> selection = select(principal);
        if (Boolean.TRUE.equals(filter.flag("onlyActiveConfigurations"))) {
            selection.where(shelves(ProductSight.IS_ORDERABLE));
        }
        if (filter.oneOf("mode", Mode.class) == Mode.NOT_EMPTY) {
            selection.where(shelves("true"));
        }
        return selection.page(page, "c.weight desc, " + Localised.column("c", "name") + ", c.id");
    }

    /** A category that everybody sees a product of. */
    private static String shelves(String condition) {
        return "exists (select from cmw.product p where p.category_id = c.id and not p.silent and "
                + ProductSight.IS_PUBLISHED + " and " + condition + ")";
    }

    /** Whether categories are wanted that nothing is in. */
    enum Mode {
        ALL,
        NOT_EMPTY
    }

    @Override
    public Category get(Principal principal, int id) {
        return select(principal)
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("category", id));
    }

    @Override
    public Category create(Principal principal, Category category) {
        requireAdministrator(principal);
        int id = tables.columns(TABLE)
                .set("name", category.name())
                .set("language", principal.language())
                .set("slug", category.slug() == null ? freeSlug(category.name()) : askedSlug(category))
                .set("weight", category.weight())
                .insert();
        return get(principal, id);
    }

    @Override
    public Category update(Principal principal, int id, Category category) {
        requireWritable(principal, id);
        Category now = get(principal, id);
        TEXTS.write(tables, id, principal.language(), Map.of("name", category.name()));
        tables.columns(TABLE)
                .set("slug", category.slug() == null ? now.slug() : askedSlug(category))
                .set("weight", category.weight())
                .update(id);
        return get(principal, id);
    }

    private static String askedSlug(Category category) {
        String slug = Slug.of(category.slug(), category.name());
        if (slug == null) {
            throw Errors.invalidField("slug", "must have a letter or a digit of ASCII");
        }
        return slug;
    }

    /** A name in another script leaves nothing that can stand in an address. */
    private String freeSlug(String name) {
        String slug = Slug.of(null, name);
        return tables.freeSlug(TABLE, slug == null ? "category" : slug);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        get(principal, id);
        requireAdministrator(principal);
    }

    private static void requireAdministrator(Principal principal) {
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }

    private Selection<Category> select(Principal reader) {
        String count = "(select count(*) from cmw.product p where p.category_id = c.id and not p.silent and "
                + ProductSight.IS_PUBLISHED + ")";
        return tables.select(Category.class, TEXTS.columns("c") + ", c.*, " + count + " as product_count", TABLE + " c")
                .with("language", reader.language());
    }
}
