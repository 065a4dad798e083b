package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.User;
import org.springframework.stereotype.Component;

/** E-mail addresses that people give themselves: each gets an e-mail to show that it is read by him. */
@Component
public class NewAddresses {
    private final UserTokens tokens;
    private final RequestCounter counter;
    private final AccountMails mails;
    private final PeopleProperties settings;

    public NewAddresses(UserTokens tokens, RequestCounter counter, AccountMails mails, PeopleProperties settings) {
        this.tokens = tokens;
        this.counter = counter;
        this.mails = mails;
        this.settings = settings;
    }

    /** TOO_MANY when he asks too often: others' mailboxes are not his to fill. One that he gave before is forgotten. */
    void ask(User user, String address) {
        counter.count("address", user.userName());
        mails.confirmAddress(user, address, tokens.issueFor(user.id(), address, settings.activationLifetime()));
    }
}
