package io.mercato.boot.demo;

import io.mercato.domain.cmw.people.Address;
import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.people.CompanyStore;
import io.mercato.processors.cmw.people.UserStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The demo data's companies, its marketplace and its users, whom Keycloak's demo realm knows by their addresses. */
@Component
class DemoPeople {
    private static final String DOMAIN = "@demo.mercato.example";

    private final Tables tables;
    private final CompanyStore companies;
    private final UserStore users;

    DemoPeople(Tables tables, CompanyStore companies, UserStore users) {
        this.tables = tables;
        this.companies = companies;
        this.users = users;
    }

    void fill(DemoFile file, DemoKeys keys) {
        file.companies()
                .forEach(company -> keys.put(
                        "company",
                        company.key(),
                        companies
                                .create(Principal.SYSTEM, company(company, keys))
                                .id()));
        tables.columns("cmw.marketplace")
                .set("slug", file.marketplace().slug())
                .set("name", file.marketplace().name())
                .set("company_id", keys.get("company", "platform"))
                .insert();
        file.users().forEach(user -> users.create(Principal.SYSTEM, user(user, keys)));
    }

    private static Company company(DemoFile.DemoCompany company, DemoKeys keys) {
        Address address = new Address("Via del Mercato 1", company.city(), "00000", null, null, company.countryCode());
        return new Company(
                null,
                company.kind(),
                company.name(),
                "office." + company.key() + DOMAIN,
                null,
                null,
                null,
                company.description(),
                null,
                null,
                null,
                "en",
                address,
                "/logos/companies/" + company.key() + ".svg",
                true,
                null,
                null,
                0,
                List.of(),
                keys.get("company", company.parent()),
                null,
                null,
                null);
    }

    private static User user(DemoFile.DemoUser user, DemoKeys keys) {
        return new User(
                null,
                user.userName(),
                user.userName() + DOMAIN,
                user.name(),
                user.surname(),
                user.asRole(),
                keys.get("company", user.company()),
                "en",
                null,
                null,
                new Address("Via del Mercato 1", "Pisa", "56100", "PI", null, "IT"),
                null,
                null,
                true,
                true,
                false,
                null,
                true,
                null,
                null,
                null);
    }
}
