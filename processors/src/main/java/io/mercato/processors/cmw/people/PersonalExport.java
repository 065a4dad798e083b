package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.PeopleAccess;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.transfer.Download;
import io.mercato.domain.transfer.Download.Caching;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All that the platform knows about a person, as a ZIP with a JSON file for each kind of thing (GDPR, articles 15 and 20).
 * Rows go straight from the database into the ZIP, which lies on the disk once it is large. Secrets are left out.
 */
@Component("personalExport")
public class PersonalExport {
    /** How many the database hands out at a time. */
    private static final int ROWS = 200;

    private static final Map<String, String> FILES = files();

    private final NamedParameterJdbcTemplate jdbc;
    private final UserStore users;

    public PersonalExport(DataSource dataSource, UserStore users) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.users = users;
    }

    /** Out: body the ZIP as a {@link Download}. FORBIDDEN unless it is his own, or an administrator asks. */
    public void write(Principal principal, int id, Exchange exchange) throws IOException {
        User user = users.get(principal, id);
        boolean own = principal.userId() == user.id() && !principal.isAnonymous();
        if (!own && !PeopleAccess.rolesToGive(principal).contains(user.role())) {
            throw Errors.forbidden();
        }
        CachedOutputStream out = new CachedOutputStream(exchange);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey() + ".json"));
                rows(file.getValue(), id, zip);
                zip.closeEntry();
            }
        }
        StreamCache written = out.newStreamCache();
        exchange.getMessage()
                .setBody(new Download(
                        (InputStream) written,
                        "application/zip",
                        written.length(),
                        UUID.randomUUID().toString(),
                        "user-" + id + ".zip",
                        Caching.PRIVATE));
    }

    private void rows(String sql, int id, OutputStream out) throws IOException {
        out.write('[');
        try (Stream<String> rows = jdbc.queryForStream(
                "select cast(to_jsonb(x) as text) from (" + sql + ") x",
                Map.of("id", id),
                (row, index) -> row.getString(1))) {
            String separator = "\n";
            for (String row : (Iterable<String>) rows::iterator) {
                out.write((separator + row).getBytes(StandardCharsets.UTF_8));
                separator = ",\n";
            }
        }
        out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "user",
                "select id, user_name, email, name, surname, role, company_id, company_group_id, language, phone_number,"
                        + " public_key, address, fiscal_code, external_id, enabled, activated, activated_at,"
                        + " accepted_terms, details, metadata, keycloak_id, created_at, updated_at"
                        + " from cmw.\"user\" where id = :id");
        files.put(
                "company",
                "select c.id, c.kind, c.name, c.email_address, c.phone_number, c.tax_code, c.address from cmw.company c"
                        + " join cmw.\"user\" u on u.company_id = c.id where u.id = :id");
        files.put(
                "metadata-of-companies",
                "select company_id, metadata from cmw.user_company_metadata where user_id = :id");
        files.put(
                "subscriptions",
                "select id, name, type, status, product_name, product_version_name, price, currency, start_date,"
                        + " end_date, machine, metadata, created_at from cmw.subscription where buyer_id = :id"
                        + " order by id");
        files.put(
                "orders",
                "select id, type, status, subscription_id, external_reference, currency, net, vat, total, created_at"
                        + " from cmw.\"order\" where buyer_id = :id or creator_id = :id order by id");
        files.put(
                "invoices",
                "select i.id, i.number, i.type, i.status, i.product, i.currency, i.net, i.vat, i.total, i.date, i.due,"
                        + " i.payment_reference, i.payment_received, i.recipient,"
                        + " (select jsonb_agg(to_jsonb(l) order by l.id) from cmw.invoice_line l"
                        + " where l.invoice_id = i.id) as lines"
                        + " from cmw.invoice i where i.nominee_id = :id order by i.id");
        files.put(
                "cloud-credentials",
                "select id, name, cloud_provider_id, metadata, created_at from cmw.cloud_credential"
                        + " where user_id = :id order by id");
        files.put(
                "carts",
                "select id, created_at, checked_out_at, metadata,"
                        + " (select jsonb_agg(to_jsonb(i) - 'configuration_parameters' order by i.position) from cmw.cart_item i"
                        + " where i.cart_id = c.id) as items from cmw.cart c where c.customer_id = :id order by id");
        files.put(
                "comments",
                "select product_id, rating, comment, date from cmw.comment where user_id = :id order by id");
        files.put(
                "files",
                "select id, kind, name, type, size, original_filename, title, alt, load_date from cmw.file"
                        + " where owner_user_id = :id order by id");
        files.put(
                "coupons",
                "select coupon_id, order_id, granted, at from cmw.coupon_redemption where user_id = :id order by id");
        files.put(
                "proposals",
                "select product_id, plan_id, state, changes, requested_at from cmw.product_draft"
                        + " where author_id = :id order by id");
        files.put(
                "notifications",
                "select message, about, start_at, end_at from cmw.notification where user_id = :id order by id");
        files.put(
                "changes-by-him",
                "select entity, entity_id, at, change, changes from cmw.changelog where author_id = :id order by id");
        files.put(
                "changes-of-him",
                "select at, author, change, changes from cmw.changelog where entity = 'user' and entity_id = :id"
                        + " order by id");
        files.put(
                "logins", "select expires_at, created_at from cmw.auth_token where user_id = :id order by created_at");
        return files;
    }
}
