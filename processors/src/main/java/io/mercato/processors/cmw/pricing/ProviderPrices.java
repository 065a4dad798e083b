package io.mercato.processors.cmw.pricing;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Page;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.util.function.UnaryOperator;

/**
 * Prices of the clouds: seen with their cloud by everybody, but for what the platform pays; changed by administrators.
 */
abstract class ProviderPrices<T> implements ResourceStore<T> {
    final Tables tables;
    private final String table;
    private final String resource;
    private final Class<T> type;
    private final UnaryOperator<T> reduced;

    ProviderPrices(Tables tables, String table, String resource, Class<T> type, UnaryOperator<T> reduced) {
        this.tables = tables;
        this.table = table;
        this.resource = resource;
        this.type = type;
        this.reduced = reduced;
    }

    /** The columns of a price that is to be written; throws REJECTED when it refers to what is not there. */
    abstract Columns columns(T price);

    @Override
    public String table() {
        return table;
    }

    @Override
    public T get(Principal principal, int id) {
        return seenBy(principal)
                .where("t.id = :id", "id", id)
                .first()
                .map(price -> shown(principal, price))
                .orElseThrow(() -> Errors.notFound(resource, id));
    }

    @Override
    public T create(Principal principal, T price) {
        requireAdministrator(principal);
        return get(principal, columns(price).insert());
    }

    @Override
    public T update(Principal principal, int id, T price) {
        requireWritable(principal, id);
        columns(price).update(id);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(table, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        get(principal, id);
        requireAdministrator(principal);
    }

    Selection<T> seenBy(Principal who) {
        return tables.select(type, "t.*", table + " t join cmw.cloud_provider c on c.id = t.cloud_provider_id")
                .where("c.enabled or :staff")
                .with("staff", who.role().isStaff());
    }

    Page<T> shown(Principal reader, Page<T> page) {
        return new Page<>(
                page.items().stream().map(price -> shown(reader, price)).toList(), page.request(), page.totalItems());
    }

    Columns of(int provider) {
        tables.requireReference("cmw.cloud_provider", provider, "cloudProvider", "cloudProvider");
        return tables.columns(table).set("cloud_provider_id", provider);
    }

    private T shown(Principal reader, T price) {
        return reader.role().isStaff() ? price : reduced.apply(price);
    }

    private static void requireAdministrator(Principal principal) {
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
    }
}
