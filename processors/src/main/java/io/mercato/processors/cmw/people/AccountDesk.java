package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.PasswordChoice;
import io.mercato.domain.cmw.people.TokenPurpose;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.AccountDraft;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.UserDirectory;
import io.mercato.domain.identity.message.AccountCommand.AccountChanged;
import io.mercato.processors.cmw.people.UserTokens.Shown;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Confirms addresses and lets people choose a new password, by tokens that are sent to them. */
@Component("accountDesk")
public class AccountDesk {
    private final UserStore users;
    private final UserDirectory directory;
    private final UserTokens tokens;
    private final TokenStore logins;
    private final AccountOrders accounts;
    private final AccountMails mails;
    private final PeopleLog log;
    private final PeopleProperties settings;
    private final Sellers sellers;

    public AccountDesk(
            UserStore users,
            UserDirectory directory,
            UserTokens tokens,
            TokenStore logins,
            AccountOrders accounts,
            AccountMails mails,
            PeopleLog log,
            PeopleProperties settings,
            Sellers sellers) {
        this.users = users;
        this.directory = directory;
        this.tokens = tokens;
        this.logins = logins;
        this.accounts = accounts;
        this.mails = mails;
        this.log = log;
        this.settings = settings;
        this.sellers = sellers;
    }

    /** The account of whoever holds a token for activation; REJECTED when it is good no longer. */
    public String accountToActivate(String token) {
        int id = tokens.owner(token, TokenPurpose.ACTIVATION);
        return accounts.accountOf(id).orElseThrow(() -> Errors.notFound("account of user", id));
    }

    /** His account with the password that he chose; REJECTED when his token is good no longer. */
    public AccountDraft account(PasswordChoice choice) {
        int id = tokens.owner(choice.tag(), TokenPurpose.PASSWORD);
        User user = users.get(Principal.SYSTEM, id);
        return new AccountDraft(
                accounts.accountOf(id).orElse(null),
                user.userName(),
                user.email(),
                user.name(),
                user.surname(),
                choice.password(),
                true);
    }

    /** The address is his: the token is used up. */
    public void activate(String token, String account) {
        int id = tokens.use(token, TokenPurpose.ACTIVATION);
        users.activate(id, account);
        User user = users.get(Principal.SYSTEM, id);
        log.noted(author(user), id, "activated");
        mails.registered(user);
    }

    /**
     * His account with the address that the token shows to be his; the token stays good.
     *
     * @return null for who has no account; REJECTED for a token that is not good, CONFLICT when somebody else has the
     *     address
     */
    public AccountChanged accountToMove(String token) {
        Shown shown = tokens.forAddress(token);
        User user = users.get(Principal.SYSTEM, shown.user());
        users.requireFreeFor(user, shown.address());
        return accounts.moved(user, shown.address()).orElse(null);
    }

    /** What his account was told has not come about here: it is told what is so. @param told null when it was not */
    public void takeBack(AccountChanged told) {
        if (told != null) {
            accounts.ownerOf(told.accountId())
                    .map(id -> users.get(Principal.SYSTEM, id))
                    .ifPresent(accounts::repeat);
        }
    }

    /** Goes on failing. */
    public void rethrow(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) throws Exception {
        throw failure;
    }

    /** Another address is his: the token is used up, and so are those that went to the address before. */
    public void addressShown(String token) {
        Shown shown = tokens.useForAddress(token);
        User before = users.get(Principal.SYSTEM, shown.user());
        User after = users.move(before, shown.address());
        tokens.revoke(shown.user());
        log.changed(author(after), before, after);
        mails.addressChanged(before, shown.address());
    }

    /**
     * He has a new password: the token is used up, and whatever else let him in.
     *
     * @param seller from whose shop he calls; null for none
     */
    public void passwordChosen(PasswordChoice choice, String account, Integer seller) {
        int id = tokens.use(choice.tag(), TokenPurpose.PASSWORD);
        users.activate(id, account);
        tokens.revoke(id);
        logins.passwordChanged(id);
        User user = users.get(Principal.SYSTEM, id);
        log.noted(author(user), id, "password");
        mails.passwordChanged(user, sellers.to(user.companyId(), seller));
    }

    /** Sends the caller another e-mail to confirm his address by; CONFLICT when he has. */
    public void sendConfirmation(Principal principal) {
        User user = users.me(principal);
        if (user.activated()) {
            throw Errors.conflict("already-activated", "Your e-mail address is confirmed already");
        }
        mails.confirm(user, tokens.issue(user.id(), TokenPurpose.ACTIVATION, settings.activationLifetime()));
    }

    /**
     * Sends him a link to choose a new password by; nothing where nobody who may log in has this name or address.
     *
     * @param seller from whose shop he calls; the e-mail is in its name if it sells to him; null for none
     */
    public void recover(String identifier, Integer seller) {
        Optional<Principal> found = directory.byLogin(identifier);
        found.map(users::me)
                .ifPresent(user -> mails.recovery(
                        user,
                        tokens.issue(user.id(), TokenPurpose.PASSWORD, settings.passwordLifetime()),
                        sellers.to(user.companyId(), seller)));
    }

    private static Principal author(User user) {
        return new Principal(
                user.id(), user.userName(), user.email(), user.fullName(), "en", user.role(), user.companyId(), null);
    }
}
