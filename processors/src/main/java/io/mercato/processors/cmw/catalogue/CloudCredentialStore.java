package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.CloudCredential;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Selection;
import org.springframework.stereotype.Component;

/** Accounts at clouds: their owners and administrators write them; the secret goes in, encrypted, and never out. */
@Component("cloudCredentialStore")
public class CloudCredentialStore implements ResourceStore<CloudCredential> {
    private static final String TABLE = "cmw.cloud_credential";

    private final Tables tables;
    private final Json json;
    private final SecretCipher cipher;
    private final CloudAccounts accounts;

    public CloudCredentialStore(Tables tables, Json json, SecretCipher cipher, CloudAccounts accounts) {
        this.tables = tables;
        this.json = json;
        this.cipher = cipher;
        this.accounts = accounts;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<CloudCredential> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("c.cloud_provider_id = :provider", "provider", filter.integer("providerId"))
                .where("c.company_id = :company", "company", filter.integer("userCompanyId"))
                .where("c.user_id = :user", "user", filter.integer("userId"))
                .where(
                        "c.id = (select (s.machine ->> 'credentialId')::int from cmw.subscription s where s.id = :subscription)",
                        "subscription",
                        filter.integer("subscriptionId"))
                .page(page, "c.name, c.id");
    }

    @Override
    public CloudCredential get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("cloudCredential", id));
    }

    /** Who configures clouds makes the platform's own unless he names an owner; anybody else makes his own. */
    @Override
    public CloudCredential create(Principal principal, CloudCredential asked) {
        Integer company = asked.companyId();
        Integer user = asked.userId();
        if (company == null && user == null && !CatalogueAccess.mayConfigureClouds(principal)) {
            company = principal.companyId();
            user = company == null ? (Integer) principal.userId() : null;
        }
        if (!CatalogueAccess.mayWriteCredential(principal, company, user)) {
            throw Errors.forbidden();
        }
        tables.requireReference("cmw.cloud_provider", asked.cloudProviderId(), "cloudProvider", "cloudProvider");
        tables.requireReference("cmw.company", company, "owner", "company");
        tables.requireReference("cmw.\"user\"", user, "owner", "user");
        boolean platforms = company == null && user == null;
        int id = tables.columns(TABLE)
                .set("name", asked.name())
                .set("cloud_provider_id", asked.cloudProviderId())
                .set("company_id", company)
                .set("user_id", user)
                .set("is_default", platforms && !hasDefault(asked.cloudProviderId()))
                .insert();
        return get(principal, id);
    }

    @Override
    public CloudCredential update(Principal principal, int id, CloudCredential asked) {
        requireWritable(principal, id);
        tables.columns(TABLE).set("name", asked.name()).update(id);
        return get(principal, id);
    }

    /** Sets the secret, and tells the deployer. */
    public void upload(Principal principal, int id, CloudCredential.Secret secret) {
        requireWritable(principal, id);
        tables.columns(TABLE)
                .set("secret", cipher.encrypt(json.write(secret), "cloudCredential/" + id))
                .update(id);
        accounts.announce(id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        accounts.announceRemoval(id);
        tables.delete(TABLE, id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        CloudCredential credential = get(principal, id);
        if (!CatalogueAccess.mayWriteCredential(principal, credential.companyId(), credential.userId())) {
            throw Errors.forbidden();
        }
    }

    private boolean hasDefault(int provider) {
        return tables.jdbc()
                .sql("select exists (select from cmw.cloud_credential where cloud_provider_id = ? and is_default)")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    private Selection<CloudCredential> seenBy(Principal who) {
        return tables.select(CloudCredential.class, "c.*, c.secret is not null as uploaded", TABLE + " c")
                .with("staff", who.role().isStaff())
                .with("my_company", who.companyId() == null ? 0 : who.companyId())
                .with("me", who.userId())
                .where(":staff or c.company_id = :my_company or c.user_id = :me");
    }
}
