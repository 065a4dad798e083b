package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.file.FileKind;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.cmw.MetadataStore;
import io.mercato.processors.cmw.Revisions;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.file.CompanyLogos;
import io.mercato.processors.cmw.file.FileStore;
import io.mercato.processors.cmw.file.Logos;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Mailbox;
import io.mercato.processors.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The stores of people over a real database, put together by hand. */
public record PeopleStores(
        CompanyStore companies,
        UserStore users,
        UserTokens tokens,
        RegistrationDesk registration,
        RequestCounter counter,
        NotificationStore notifications,
        UserMetadata metadata) {

    public static PeopleStores of(
            Tables tables, Outbox outbox, TokenStore logins, CloudCredentialStore credentials, Clock clock) {
        CmwProperties cmw = Core.properties();
        PeopleProperties settings = settings();
        Correspondents correspondents = new Correspondents(tables.jdbc(), cmw);
        Mailbox mailbox = new Mailbox(outbox, correspondents);
        AccountMails mails = new AccountMails(mailbox, correspondents, settings, clock);
        PeopleLog log = new PeopleLog(new ChangelogStore(tables.jdbc(), tables.json(), clock));
        Places places = new Places(tables);
        AccountOrders accounts = new AccountOrders(outbox, tables.jdbc());
        UserErasure erasure = new UserErasure(
                tables, credentials, new UserFiles(tables.jdbc(), outbox), accounts, mailbox, log, clock);
        UserTokens tokens = new UserTokens(tables.jdbc(), clock);
        RequestCounter counter = new RequestCounter(tables.jdbc(), clock, settings);
        UserStore users = new UserStore(
                tables,
                logins,
                places,
                log,
                accounts,
                erasure,
                new NewAddresses(tokens, counter, mails, settings),
                clock);
        CompanyStore companies = new CompanyStore(tables, places, log, mails, logos(tables, outbox), clock);
        return new PeopleStores(
                companies,
                users,
                tokens,
                new RegistrationDesk(tables.jdbc(), places, users, companies, tokens, mails, settings, accounts),
                counter,
                new NotificationStore(tables, clock, settings),
                new UserMetadata(
                        tables.jdbc(),
                        tables.json(),
                        new MetadataStore(tables.jdbc(), tables.json(), Map.of("userStore", users)),
                        new Revisions(tables.jdbc(), Map.of("userStore", users)),
                        users));
    }

    private static CompanyLogos logos(Tables tables, Outbox outbox) {
        Logos logos = new Logos(tables);
        return new CompanyLogos(tables, new FileStore(FileKind.COMPANY_LOGO, tables, outbox, logos), logos);
    }

    static PeopleProperties settings() {
        return new PeopleProperties(
                true,
                true,
                true,
                "http://localhost/activate?tag=",
                Duration.ofDays(2),
                "http://localhost/password?tag=",
                Duration.ofHours(1),
                Duration.ofDays(7),
                3,
                Duration.ofHours(1),
                Duration.ofDays(30));
    }
}
