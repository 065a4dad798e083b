package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.VirtualMachineConfiguration;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What machines are made of: a vendor's own, and the administrators' for everybody. */
@Component("virtualMachineConfigurationStore")
public class VirtualMachineConfigurationStore implements ResourceStore<VirtualMachineConfiguration> {
    private static final String TABLE = "cmw.virtual_machine_configuration";
    private static final String TYPES = "cmw.virtual_machine_configuration_instance_type";
    private static final String COLUMNS = "c.*, (select coalesce(jsonb_agg(t.instance_type_id"
            + " order by t.instance_type_id), '[]') from " + TYPES
            + " t where t.virtual_machine_configuration_id = c.id) as instance_type_ids";
    private static final String OF_A_PUBLISHED_PLAN = "exists (select from cmw.product_version v"
            + " where v.virtual_machine_configuration_id = c.id and v.published and not v.deleted)";

    private final Tables tables;

    public VirtualMachineConfigurationStore(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<VirtualMachineConfiguration> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal).page(page, "c.name, c.id");
    }

    @Override
    public VirtualMachineConfiguration get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("virtualMachineConfiguration", id));
    }

    @Override
    public VirtualMachineConfiguration create(Principal principal, VirtualMachineConfiguration asked) {
        Integer owner = principal.role().isAdministrator() ? asked.companyId() : principal.companyId();
        if (!CatalogueAccess.mayWrite(principal, owner)) {
            throw Errors.forbidden();
        }
        tables.requireReference("cmw.company", owner, "company", "company");
        int id = columns(asked).set("company_id", owner).insert();
        setInstanceTypes(id, asked.instanceTypeIds());
        return get(principal, id);
    }

    @Override
    public VirtualMachineConfiguration update(Principal principal, int id, VirtualMachineConfiguration asked) {
        requireWritable(principal, id);
        columns(asked).update(id);
        setInstanceTypes(id, asked.instanceTypeIds());
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CatalogueAccess.mayWrite(principal, get(principal, id).companyId())) {
            throw Errors.forbidden();
        }
    }

    private void setInstanceTypes(int id, List<Integer> types) {
        types.forEach(type -> tables.requireReference("cmw.instance_type", type, "instanceTypes", "instanceType"));
        tables.jdbc()
                .sql("delete from " + TYPES + " where virtual_machine_configuration_id = ?")
                .param(id)
                .update();
        types.stream()
                .distinct()
                .forEach(type -> tables.jdbc()
                        .sql("insert into " + TYPES
                                + " (virtual_machine_configuration_id, instance_type_id) values (?, ?)")
                        .params(id, type)
                        .update());
    }

    private Selection<VirtualMachineConfiguration> seenBy(Principal who) {
        boolean vendor = who.role() == Role.VENDOR;
        return tables.select(VirtualMachineConfiguration.class, COLUMNS, TABLE + " c")
                .with("staff", who.role().isStaff())
                .with("vendor", vendor)
                .with("own", vendor && who.companyId() != null ? who.companyId() : 0)
                .where(":staff or (:vendor and (c.company_id is null or c.company_id = :own)) or "
                        + OF_A_PUBLISHED_PLAN);
    }

    private Columns columns(VirtualMachineConfiguration configuration) {
        return tables.columns(TABLE)
                .set("name", configuration.name())
                .set("operating_system", configuration.operatingSystem())
                .set("image", configuration.image())
                .set("disk_space", configuration.diskSpace())
                .set("application_port", configuration.applicationPort())
                .set("application_login", configuration.applicationLogin())
                .set("gpu", configuration.gpu());
    }
}
