package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.CloudFeature;
import io.mercato.domain.cmw.catalogue.CloudProvider;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Clouds: everybody sees the enabled ones, administrators how they are reached; superadministrators change them. */
@Component("cloudProviderStore")
public class CloudProviderStore implements ResourceStore<CloudProvider> {
    private static final String TABLE = "cmw.cloud_provider";

    private final Tables tables;
    private final CloudAccounts accounts;

    public CloudProviderStore(Tables tables, CloudAccounts accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<CloudProvider> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("c.enabled = :enabled", "enabled", filter.flag("enabled"))
                .where("c.id <> all(:excluding)", "excluding", excluding(filter))
                .where(
                        "c.features @> jsonb_build_array(jsonb_build_object('feature', cast(:feature as text)))",
                        "feature",
                        feature(filter))
                .where("cast(:on_machine as boolean)", "on_machine", runsOnMachine(filter))
                .page(page, "c.weight desc, c.name, c.id")
                .map(provider -> shown(provider, principal));
    }

    private static Integer[] excluding(Filter filter) {
        List<Integer> ids = filter.integers("excluding");
        return ids.isEmpty() ? null : ids.toArray(Integer[]::new);
    }

    private static String feature(Filter filter) {
        CloudFeature feature = filter.oneOf("feature", CloudFeature.class);
        return feature == null ? null : feature.name();
    }

    /** Products of other types need no cloud. */
    private static Boolean runsOnMachine(Filter filter) {
        ProductType type = filter.oneOf("productType", ProductType.class);
        return type == null ? null : type.runsOnMachine();
    }

    @Override
    public CloudProvider get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .map(provider -> shown(provider, principal))
                .orElseThrow(() -> Errors.notFound("cloudProvider", id));
    }

    @Override
    public CloudProvider create(Principal principal, CloudProvider provider) {
        requireConfigurator(principal);
        if (provider.connector() == null) {
            throw Errors.invalidField("connector", "must name the connector that speaks to the cloud");
        }
        if (provider.endpoint() == null) {
            throw Errors.invalidField("endpoint", "must be the address of the cloud's API");
        }
        return get(principal, columns(provider).insert());
    }

    @Override
    public CloudProvider update(Principal principal, int id, CloudProvider asked) {
        requireWritable(principal, id);
        CloudProvider now = get(principal, id);
        CloudProvider provider = asked.connectedLike(now);
        columns(provider).update(id);
        if (!provider.isConnectedLike(now)) {
            accounts.announceAll(id);
        }
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

    private static CloudProvider shown(CloudProvider provider, Principal who) {
        return who.role().isAdministrator() ? provider : provider.reduced();
    }

    private Selection<CloudProvider> seenBy(Principal who) {
        return tables.select(CloudProvider.class, "c.*", TABLE + " c")
                .where("c.enabled or :staff", "staff", who.role().isStaff());
    }

    private Columns columns(CloudProvider provider) {
        return tables.columns(TABLE)
                .set("name", provider.name())
                .set("alias", provider.alias())
                .set("connector", provider.connector())
                .set("endpoint", provider.endpoint())
                .set("region", provider.region() == null ? "" : provider.region())
                .setJson("options", provider.options() == null ? Map.of() : provider.options())
                .setJson("features", provider.features())
                .setJson("supported_operating_systems", provider.supportedOperatingSystems())
                .setJson("user_names", provider.userNames())
                .set("logo_url", provider.logoUrl())
                .set("enabled", provider.enabled())
                .set("private_cloud", provider.privateCloud())
                .set("weight", provider.weight());
    }
}
