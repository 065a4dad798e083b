package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.InstanceType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import org.springframework.stereotype.Component;

/** Sizes of machines: seen with their cloud, changed by superadministrators. */
@Component("instanceTypeStore")
public class InstanceTypeStore implements ResourceStore<InstanceType> {
    private static final String TABLE = "cmw.instance_type";

    private final Tables tables;

    public InstanceTypeStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<InstanceType> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("t.cloud_provider_id = :provider", "provider", filter.integer("cloudProviderId"))
                .page(page, "t.cloud_provider_id, t.ram, t.cpu, t.id");
    }

    @Override
    public InstanceType get(Principal principal, int id) {
        return seenBy(principal)
                .where("t.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("instanceType", id));
    }

    @Override
    public InstanceType create(Principal principal, InstanceType type) {
        requireConfigurator(principal);
        return get(principal, columns(type).insert());
    }

    @Override
    public InstanceType update(Principal principal, int id, InstanceType type) {
        requireWritable(principal, id);
        columns(type).update(id);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        get(principal, id);
        requireConfigurator(principal);
    }

    private static void requireConfigurator(Principal principal) {
        if (!CatalogueAccess.mayConfigureClouds(principal)) {
            throw Errors.forbidden();
        }
    }

    private Selection<InstanceType> seenBy(Principal who) {
        return tables.select(
                        InstanceType.class, "t.*", TABLE + " t join cmw.cloud_provider c on c.id = t.cloud_provider_id")
                .where("c.enabled or :staff", "staff", who.role().isStaff());
    }

    private Columns columns(InstanceType type) {
        tables.requireReference("cmw.cloud_provider", type.cloudProviderId(), "cloudProvider", "cloudProvider");
        return tables.columns(TABLE)
                .set("cloud_provider_id", type.cloudProviderId())
                .set("name", type.name())
                .set("cpu", type.cpu())
                .set("ram", type.ram())
                .set("root_disk_space", type.rootDiskSpace());
    }
}
