package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.cmw.people.UserChange;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Users: each sees himself and his colleagues, staff sees everybody. A removed one stays for what he has bought. */
@Component("userStore")
public class UserStore implements ResourceStore<User> {
    private static final String TABLE = "cmw.\"user\"";

    private final Tables tables;
    private final TokenStore tokens;

    public UserStore(Tables tables, TokenStore tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<User> list(Principal principal, Filter filter, PageRequest page) {
        Boolean disabled = filter.flag("disabled");
        return seenBy(principal)
                .where("u.role = :role", "role", role(filter))
                .where("u.company_id = :company", "company", filter.integer("companyId"))
                .where("u.enabled = :enabled", "enabled", disabled == null ? null : !disabled)
                .where(
                        "concat_ws(' ', u.user_name, u.email, u.name, u.surname) ilike :text",
                        "text",
                        Selection.contains(filter.text("textField")))
                .page(page, "u.user_name, u.id");
    }

    @Override
    public User get(Principal principal, int id) {
        return seenBy(principal).where("u.id = :id", "id", id).first().orElseThrow(() -> Errors.notFound("user", id));
    }

    public User me(Principal principal) {
        return get(principal, principal.userId());
    }

    public User byEmail(Principal principal, String email) {
        return seenBy(principal)
                .where("lower(u.email) = lower(:email)", "email", email)
                .first()
                .orElseThrow(() -> Errors.notFound("user", email));
    }

    public boolean isMyAddressValid(Principal principal) {
        User me = me(principal);
        return me.address() != null && me.address().reachable();
    }

    @Override
    public User create(Principal principal, User asked) {
        Role role = asked.role() == null ? Role.USER : asked.role();
        UserChange.checkNew(principal, role, asked);
        tables.requireReference("cmw.company", asked.companyId(), "company", "company");
        int id = columns(asked)
                .set("user_name", asked.userName())
                .set("email", asked.email())
                .set("role", role)
                .set("company_id", asked.companyId())
                .set("external_id", asked.externalId())
                .set("enabled", !Boolean.FALSE.equals(asked.enabled()))
                .insert();
        return get(principal, id);
    }

    @Override
    public User update(Principal principal, int id, User asked) {
        User now = get(principal, id);
        User user = UserChange.checked(principal, now, asked);
        tables.requireReference("cmw.company", user.companyId(), "company", "company");
        columns(user)
                .set("user_name", user.userName())
                .set("email", user.email())
                .set("role", user.role())
                .set("company_id", user.companyId())
                .set("external_id", user.externalId())
                .set("enabled", user.enabled())
                .set("updated_at", OffsetDateTime.now(ZoneOffset.UTC))
                .update(id);
        if (Boolean.FALSE.equals(user.enabled())) {
            tokens.revoke(id);
        }
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        User user = get(principal, id);
        if (!PeopleAccess.rolesToGive(principal).contains(user.role())) {
            throw Errors.forbidden();
        }
        tokens.revoke(id);
        tables.columns(TABLE).set("deleted", true).set("enabled", false).update(id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        User user = get(principal, id);
        if (!PeopleAccess.mayChangeUser(principal, id, user.role())) {
            throw Errors.forbidden();
        }
    }

    private static String role(Filter filter) {
        String asked = filter.text("role");
        return asked == null ? null : asked.replaceFirst("^ROLE_", "");
    }

    private Selection<User> seenBy(Principal who) {
        return tables.select(User.class, "u.*, u.keycloak_id is not null as joined", TABLE + " u")
                .with("staff", who.role().isStaff())
                .with("me", who.userId())
                .with("own", who.companyId() == null ? 0 : who.companyId())
                .where("not u.deleted")
                .where(":staff or u.id = :me or u.company_id = :own");
    }

    private Columns columns(User user) {
        return tables.columns(TABLE)
                .set("name", user.name())
                .set("surname", user.surname())
                .set("language", user.language() == null ? "en" : user.language())
                .set("phone_number", user.phoneNumber())
                .set("public_key", user.publicKey())
                .setJson("address", user.address())
                .set("fiscal_code", user.fiscalCode())
                .set("accepted_terms", user.acceptedTerms());
    }
}
