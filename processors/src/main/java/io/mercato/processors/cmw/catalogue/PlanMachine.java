package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.error.Errors;
import io.mercato.processors.cmw.Tables;
import java.sql.Types;
import org.springframework.stereotype.Component;

/** The machine of a plan: that its parts exist and belong together, and which size it has. */
@Component
public class PlanMachine {
    private final Tables tables;

    public PlanMachine(Tables tables) {
        this.tables = tables;
    }

    /** The plan with the size of its machine; REJECTED, naming the field, when its parts do not fit. */
    public ProductVersion complete(Product product, ProductVersion plan) {
        tables.requireReference("cmw.cloud_provider", plan.cloudProviderId(), "cloudProvider", "cloudProvider");
        Integer configuration = plan.virtualMachineConfigurationId();
        if (configuration == null) {
            return plan;
        }
        requireUsable(configuration, product);
        return plan.cloudProviderId() == null ? plan : plan.onMachine(instanceType(plan));
    }

    private void requireUsable(int configuration, Product product) {
        boolean usable = tables.jdbc()
                .sql("select exists (select from cmw.virtual_machine_configuration"
                        + " where id = ? and (company_id is null or company_id = ?))")
                .params(configuration, product.companyId())
                .query(Boolean.class)
                .single();
        if (!usable) {
            throw Errors.unknownReference(
                    "virtualMachineConfiguration", "virtualMachineConfiguration/" + configuration);
        }
    }

    private int instanceType(ProductVersion plan) {
        return tables.jdbc()
                .sql("""
                        select t.id from cmw.instance_type t
                          join cmw.virtual_machine_configuration_instance_type c on c.instance_type_id = t.id
                         where c.virtual_machine_configuration_id = :configuration
                           and t.cloud_provider_id = :provider
                           and (cast(:asked as int) is null or t.id = :asked)
                         order by t.ram, t.cpu, t.root_disk_space, t.id limit 1
                        """)
                .param("configuration", plan.virtualMachineConfigurationId())
                .param("provider", plan.cloudProviderId())
                .param("asked", plan.instanceTypeId(), Types.INTEGER)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Errors.rejectedField(
                        "no-instance-type",
                        "virtualMachineConfiguration",
                        "it has no such instance type on the plan's cloud provider"));
    }
}
