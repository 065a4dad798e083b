package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.User;
import io.mercato.domain.identity.message.AccountCommand;
import io.mercato.domain.identity.message.AccountCommand.AccountChanged;
import io.mercato.domain.identity.message.AccountCommand.AccountConfirmed;
import io.mercato.domain.identity.message.AccountCommand.AccountRemoved;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.messaging.Outbox;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the identity provider is told about a user, within the transaction of what happened to him. */
@Component
public class AccountOrders {
    private static final String QUEUE = "queue.identity.commands";

    private final Outbox outbox;
    private final JdbcClient jdbc;

    public AccountOrders(@Qualifier("cmwOutbox") Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Id of his account there; empty for who has none. */
    public Optional<String> accountOf(int user) {
        return jdbc.sql("select keycloak_id from cmw.\"user\" where id = ? and keycloak_id is not null")
                .param(user)
                .query(String.class)
                .optional();
    }

    /** Id of the user whose account it is; empty when it is nobody's. */
    Optional<Integer> ownerOf(String account) {
        return jdbc.sql("select id from cmw.\"user\" where keycloak_id = ?")
                .param(account)
                .query(Integer.class)
                .optional();
    }

    /** His account with another address; empty for who has none. */
    Optional<AccountChanged> moved(User user, String address) {
        return accountOf(user.id()).map(account -> command(account, user, address));
    }

    /** Tells everything again, whatever was told. */
    void repeat(User user) {
        accountOf(user.id()).ifPresent(account -> send(user.id(), command(account, user, user.email())));
    }

    /** Tells what of a change concerns his account, if anything does. */
    void changed(User before, User after) {
        if (!told(before).equals(told(after))) {
            repeat(after);
        }
    }

    /** His address counts as confirmed: somebody vouches for him. */
    void confirmed(int user) {
        accountOf(user).ifPresent(account -> send(user, new AccountConfirmed(account)));
    }

    void removed(int user) {
        accountOf(user).ifPresent(account -> send(user, new AccountRemoved(account)));
    }

    private static AccountChanged command(String account, User user, String email) {
        return new AccountChanged(account, email, user.name(), user.surname(), !Boolean.FALSE.equals(user.enabled()));
    }

    private static List<Object> told(User user) {
        return List.of(user.email(), user.name(), user.surname(), !Boolean.FALSE.equals(user.enabled()));
    }

    private void send(int user, AccountCommand command) {
        outbox.append(OutgoingMessage.now(QUEUE, command.getClass().getSimpleName(), "user/" + user, command));
    }
}
