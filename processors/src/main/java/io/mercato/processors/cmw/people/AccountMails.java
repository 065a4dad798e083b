package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.notifier.AccountEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import io.mercato.processors.cmw.mail.Mailbox;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** E-mails about accounts (behaviour §9), within the transaction of what they tell. */
@Component
public class AccountMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final PeopleProperties settings;
    private final Clock clock;

    public AccountMails(Mailbox mailbox, Correspondents correspondents, PeopleProperties settings, Clock clock) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.settings = settings;
        this.clock = clock;
    }

    /** He is to show that the address is his. */
    void confirm(User user, String token) {
        send(
                user.id(),
                new AccountEmail.Confirm(
                        user.userName(),
                        settings.activationPage() + token,
                        clock.instant().plus(settings.activationLifetime())));
    }

    /** The same of another address that he gives himself. */
    void confirmAddress(User user, String address, String token) {
        mailbox.send(
                new AccountEmail.ConfirmAddress(
                        user.userName(),
                        address,
                        settings.activationPage() + token,
                        clock.instant().plus(settings.activationLifetime())),
                at(user, address),
                "user/" + user.id());
    }

    /** To the address that he had. @param before as he was */
    void addressChanged(User before, String address) {
        mailbox.send(
                new AccountEmail.AddressChanged(before.userName(), address, clock.instant(), correspondents.panel()),
                at(before, before.email()),
                "user/" + before.id());
    }

    private Correspondent at(User user, String address) {
        Correspondent known = correspondents.user(user.id());
        return new Correspondent(new Recipient(known.recipient().name(), address), known.language());
    }

    void registered(User user) {
        send(user.id(), new AccountEmail.Registered(user.userName(), correspondents.panel()));
    }

    /** Somebody registered him; he chooses a password. */
    void invited(User user, String token) {
        send(
                user.id(),
                new AccountEmail.Invited(
                        user.userName(),
                        settings.passwordPage() + token,
                        clock.instant().plus(settings.invitationLifetime())));
    }

    /** @param seller in whose name; null for the marketplace's */
    void recovery(User user, String token, Integer seller) {
        send(
                user.id(),
                seller,
                new AccountEmail.PasswordRecovery(
                        user.userName(),
                        settings.passwordPage() + token,
                        clock.instant().plus(settings.passwordLifetime())));
    }

    /** @param seller as above */
    void passwordChanged(User user, Integer seller) {
        send(
                user.id(),
                seller,
                new AccountEmail.PasswordChanged(user.userName(), clock.instant(), correspondents.panel()));
    }

    /** To the vendor that it has to wait, and to staff that it waits. */
    void vendorToApprove(User user, Company company) {
        send(user.id(), new AccountEmail.VendorRegistered(company.name(), correspondents.panel()));
        mailbox.send(
                new AccountEmail.VendorToApprove(company.name(), user.fullName(), user.email(), page(company)),
                correspondents.staff(),
                "company/" + company.id());
    }

    void vendorApproved(Company company) {
        mailbox.send(
                new AccountEmail.VendorApproved(company.name(), correspondents.panel()),
                correspondents.company(company.id()),
                "company/" + company.id());
    }

    private ResourcePage page(Company company) {
        return correspondents.page("company", company.id());
    }

    private void send(int user, AccountEmail email) {
        send(user, null, email);
    }

    private void send(int user, Integer seller, AccountEmail email) {
        mailbox.send(email, correspondents.user(user), "user/" + user, correspondents.brand(seller));
    }
}
