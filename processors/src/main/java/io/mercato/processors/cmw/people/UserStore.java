package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.cmw.people.UserChange;
import io.mercato.domain.cmw.people.UserDetails;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Users: each sees himself, his colleagues and the people of those that his company sells to; staff sees everybody. An
 * erased one stays for what he has bought.
 */
@Component("userStore")
public class UserStore implements ResourceStore<User> {
    private static final String TABLE = "cmw.\"user\"";
    private static final String COLUMNS = "u.*, u.keycloak_id is not null as joined";

    private static final int SUGGESTED = 20;

    private final Tables tables;
    private final TokenStore tokens;
    private final Places places;
    private final PeopleLog log;
    private final AccountOrders accounts;
    private final UserErasure erasure;
    private final NewAddresses newAddresses;
    private final Clock clock;

    public UserStore(
            Tables tables,
            TokenStore tokens,
            Places places,
            PeopleLog log,
            AccountOrders accounts,
            UserErasure erasure,
            NewAddresses newAddresses,
            Clock clock) {
        this.tables = tables;
        this.tokens = tokens;
        this.places = places;
        this.log = log;
        this.accounts = accounts;
        this.erasure = erasure;
        this.newAddresses = newAddresses;
        this.clock = clock;
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
                .where("(u.keycloak_id is not null) = :external", "external", filter.flag("externalAuthentication"))
                .where(
                        "concat_ws(' ', u.user_name, u.email, u.name, u.surname) ilike :text",
                        "text",
                        Selection.contains(filter.text("textField")))
                .page(page, "u.user_name, u.id")
                .map(user -> shown(user, principal));
    }

    @Override
    public User get(Principal principal, int id) {
        return find(principal, "u.id = :value", id).orElseThrow(() -> Errors.notFound("user", id));
    }

    public User me(Principal principal) {
        return get(principal, principal.userId());
    }

    public User byEmail(Principal principal, String email) {
        return find(principal, "lower(u.email) = lower(:value)", email)
                .orElseThrow(() -> Errors.notFound("user", email));
    }

    public User byExternalId(Principal principal, String externalId) {
        return find(principal, "u.external_id = :value", externalId)
                .orElseThrow(() -> Errors.notFound("user", externalId));
    }

    /** The first who have it in their names or addresses. */
    public List<User> suggest(Principal principal, String query, Filter filter) {
        Map<String, String> asked = new HashMap<>(filter.values());
        asked.put("textField", query);
        return list(principal, new Filter(asked), new PageRequest(1, SUGGESTED)).items();
    }

    private Optional<User> find(Principal principal, String condition, Object value) {
        return seenBy(principal).where(condition, "value", value).first().map(user -> shown(user, principal));
    }

    public boolean isMyAddressValid(Principal principal) {
        User me = me(principal);
        return me.address() != null && me.address().reachable();
    }

    @Override
    public User create(Principal principal, User asked) {
        Role role = asked.role() == null ? Role.USER : asked.role();
        UserChange.checkNew(principal, role, places.of(asked.companyId()), asked);
        return insert(principal, asked, role, null);
    }

    /** One whose right to be made has been looked at. @param account id of his Keycloak account, if it is known */
    User insert(Principal author, User asked, Role role, String account) {
        requireReferences(asked);
        int id = columns(asked)
                .set("user_name", asked.userName())
                .set("email", asked.email())
                .set("role", role)
                .set("company_id", asked.companyId())
                .set("company_group_id", asked.companyGroupId())
                .set("external_id", asked.externalId())
                .set("enabled", !Boolean.FALSE.equals(asked.enabled()))
                .set("keycloak_id", account)
                .set("activated", asked.activated())
                .insert();
        User made = tables.select(User.class, COLUMNS, TABLE + " u")
                .where("u.id = :id", "id", id)
                .first()
                .orElseThrow();
        log.created(author, made);
        return made;
    }

    @Override
    public User update(Principal principal, int id, User asked) {
        User now = get(principal, id);
        User user = UserChange.checked(principal, now, places.of(now.companyId()), asked);
        String address = UserChange.newAddress(principal, now, asked);
        requireReferences(user);
        requireSuperadministrator(now, user);
        columns(user)
                .set("user_name", user.userName())
                .set("email", user.email())
                .set("role", user.role())
                .set("company_id", user.companyId())
                .set("company_group_id", user.companyGroupId())
                .set("external_id", user.externalId())
                .set("enabled", user.enabled())
                .set("updated_at", Rows.at(clock.instant()))
                .update(id);
        if (Boolean.FALSE.equals(user.enabled())) {
            tokens.revoke(id);
        }
        log.changed(principal, now, user);
        accounts.changed(now, user);
        if (address != null) {
            requireFreeFor(now, address);
            newAddresses.ask(user, address);
        }
        return get(principal, id);
    }

    /** CONFLICT when somebody has it as his name or address: one logs in by either. */
    void requireFree(String value, String field) {
        boolean taken = tables.jdbc()
                .sql("select exists (select from " + TABLE
                        + " where lower(?) in (lower(user_name), lower(email)) and not deleted)")
                .param(value)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Errors.conflictField("duplicate", field, "there is already a user with this one");
        }
    }

    /** CONFLICT when somebody else has the address. */
    void requireFreeFor(User user, String address) {
        if (!user.email().equalsIgnoreCase(address)) {
            requireFree(address, "email");
        }
    }

    /** He has another e-mail address, and has shown that it is his. CONFLICT when somebody else has it meanwhile. */
    User move(User user, String address) {
        requireFreeFor(user, address);
        tables.columns(TABLE)
                .set("email", address)
                .set("activated", true)
                .set("updated_at", Rows.at(clock.instant()))
                .update(user.id());
        User moved = get(Principal.SYSTEM, user.id());
        accounts.changed(user, moved);
        return moved;
    }

    void requireReferences(User user) {
        tables.requireReference("cmw.company", user.companyId(), "company", "company");
        if (user.companyGroupId() != null && !isGroup(user.companyGroupId(), user.companyId())) {
            throw Errors.unknownReference("companyGroup", "companyGroup/" + user.companyGroupId());
        }
    }

    /** Another company's group reads like one that does not exist. */
    private boolean isGroup(int group, Integer company) {
        return tables.jdbc()
                .sql("select exists (select from cmw.company_group where id = ? and user_company_id = ?)")
                .params(group, company)
                .query(Boolean.class)
                .single();
    }

    /** He is erased, with what {@code Erasure} lists. FORBIDDEN unless the caller could give his role. */
    @Override
    public void delete(Principal principal, int id) {
        User user = get(principal, id);
        if (!PeopleAccess.rolesToGive(principal).contains(user.role())) {
            throw Errors.forbidden();
        }
        requireSuperadministrator(user, null);
        erasure.erase(principal, id);
    }

    /** Two who remove each other come one after the other. */
    private void requireSuperadministrator(User now, User after) {
        if (now.role() != Role.SUPERADMIN) {
            return;
        }
        tables.jdbc()
                .sql("select pg_advisory_xact_lock(hashtext('mercato-superadministrators'))")
                .query((row, index) -> true)
                .list();
        long others = tables.jdbc()
                .sql("select count(*) from " + TABLE
                        + " where role = 'SUPERADMIN' and enabled and not deleted and id <> ?")
                .param(now.id())
                .query(Long.class)
                .single();
        UserChange.requireSuperadministrator(now, after, others);
    }

    /** The address is his, and the account that he has shown it by. */
    void activate(int id, String account) {
        tables.jdbc()
                .sql("update " + TABLE + " set activated = true, activated_at = coalesce(activated_at, ?),"
                        + " keycloak_id = ?, revision = revision + 1 where id = ?")
                .params(Rows.at(clock.instant()), account, id)
                .update();
    }

    /** FORBIDDEN for who sees only that there is such a user, as a vendor his customer. */
    public void requireInsight(Principal principal, int id) {
        User user = get(principal, id);
        if (!PeopleAccess.maySeeUser(principal, id, places.of(user.companyId()))
                && !PeopleAccess.maySeeUser(principal, id, user.companyId())) {
            throw Errors.forbidden();
        }
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        User user = get(principal, id);
        if (!PeopleAccess.mayChangeUser(principal, id, user.role(), places.of(user.companyId()))) {
            throw Errors.forbidden();
        }
    }

    private static String role(Filter filter) {
        String asked = filter.text("role");
        if (asked == null) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> asked.equals(role.name()) || asked.equals(role.authority()))
                .findFirst()
                .map(Role::name)
                .orElseThrow(() -> Errors.invalidField("role", "must be one of " + Arrays.toString(Role.values())));
    }

    private static User shown(User user, Principal who) {
        boolean served = who.role() == Role.VENDOR && !PeopleAccess.maySeeUser(who, user.id(), user.companyId());
        return served ? user.reduced() : user;
    }

    private Selection<User> seenBy(Principal who) {
        return CompanySight.ofUsers(who, tables.select(User.class, COLUMNS, TABLE + " u"));
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
                .set("accepted_terms", user.acceptedTerms())
                .setJson("details", user.details() == null ? UserDetails.NONE : user.details());
    }
}
