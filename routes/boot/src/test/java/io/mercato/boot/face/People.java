package io.mercato.boot.face;

import com.nimbusds.jose.JOSEException;
import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.domain.identity.Role;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers people on the platform and at who says who they are. */
final class People {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<Role, String> COMPANIES = Map.of(
            Role.USER, "CUSTOMER",
            Role.VENDOR, "VENDOR",
            Role.RESELLER, "RESELLER",
            Role.DISTRIBUTOR, "DISTRIBUTOR");

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBJ8JptirSj9HKPx3s4jJy3Y5hKScLylD2IgH7SgJW7V";

    private final JdbcClient jdbc;
    private final FakeIdentityProvider identities;

    People(JdbcClient jdbc, FakeIdentityProvider identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    static int number() {
        return NUMBERS.incrementAndGet();
    }

    /** A new one; who sells or buys has a company of his own. */
    Person register(Role role) {
        if (role == Role.ANONYMOUS) {
            return Person.NOBODY;
        }
        String name = role.name().toLowerCase(Locale.ROOT) + number();
        Integer company = COMPANIES.containsKey(role) ? company(COMPANIES.get(role), name) : null;
        int id = jdbc.sql("insert into cmw.\"user\" (user_name, email, name, surname, role, company_id, public_key,"
                        + " address) values (?, ?, 'Ada', 'Byron', ?, ?, ?, cast(? as jsonb)) returning id")
                .params(name, name + "@people.example", role.name(), company, KEY, address())
                .query(Integer.class)
                .single();
        return new Person(role, id, name, company, bearer(name));
    }

    private String bearer(String name) {
        try {
            return identities.bearer(name, name + "@people.example");
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    private int company(String kind, String name) {
        return jdbc.sql("insert into cmw.company (kind, name, email_address, notification_secret_token, tax_code,"
                        + " address, slug) values (?, ?, ?, 'hush', 'T1', cast(? as jsonb), ?) returning id")
                .params(kind, "Company of " + name, name + "@companies.example", address(), name)
                .query(Integer.class)
                .single();
    }

    private static String address() {
        return "{\"address\": \"Via Roma 1\", \"city\": \"Roma\", \"zipCode\": \"00100\", \"state\": \"RM\","
                + " \"country\": \"Italy\", \"countryCode\": \"IT\"}";
    }
}
