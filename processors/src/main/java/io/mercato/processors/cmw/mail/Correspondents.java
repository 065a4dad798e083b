package io.mercato.processors.cmw.mail;

import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import io.mercato.processors.cmw.CmwProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom an e-mail goes, in which language, and in whose name. */
@Component
public class Correspondents {
    private final JdbcClient jdbc;
    private final CmwProperties properties;

    public Correspondents(JdbcClient jdbc, CmwProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    public record Correspondent(Recipient recipient, String language) {}

    public Correspondent user(int id) {
        return jdbc.sql("select name || ' ' || surname as name, email, language from cmw.\"user\" where id = ?")
                .param(id)
                .query((row, index) -> new Correspondent(
                        new Recipient(row.getString("name"), row.getString("email")), row.getString("language")))
                .single();
    }

    public Correspondent company(int id) {
        return jdbc.sql("select name, email_address, language from cmw.company where id = ?")
                .param(id)
                .query((row, index) -> new Correspondent(
                        new Recipient(row.getString("name"), row.getString("email_address")),
                        row.getString("language")))
                .single();
    }

    /** Those who run the platform. */
    public Correspondent staff() {
        return company(jdbc.sql("select company_id from cmw.marketplace order by id limit 1")
                .query(Integer.class)
                .single());
    }

    /** The look of the marketplace. */
    public Brand brand() {
        return brand(null);
    }

    /** @param seller the company in whose name an e-mail is, instead of the marketplace's; null for none */
    public Brand brand(Integer seller) {
        return jdbc.sql("select coalesce(s.name, m.name) as name, m.primary_colour,"
                        + " coalesce(s.email_address, c.email_address) as email_address from cmw.marketplace m"
                        + " join cmw.company c on c.id = m.company_id left join cmw.company s on s.id = cast(? as int)"
                        + " order by m.id limit 1")
                .param(seller)
                .query((row, index) -> new Brand(
                        row.getString("name"),
                        row.getString("primary_colour"),
                        properties.publicUrl(),
                        row.getString("email_address")))
                .single();
    }

    /** Where somebody logs in; null while there is no panel. */
    public String panel() {
        return properties.panelUrl().isBlank() ? null : properties.panelUrl();
    }

    /** The page of a resource in the panel, where there is one. @param kind as {@code order} */
    public ResourcePage page(String kind, int id) {
        return page(kind, id, "");
    }

    /** @param below what of it the page shows, as {@code /draft} */
    public ResourcePage page(String kind, int id, String below) {
        String panel = properties.panelUrl();
        return new ResourcePage(kind, id, panel.isBlank() ? null : panel + kind + "/" + id + below);
    }
}
