package io.mercato.rest.cmw;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.AccountDraft;
import io.mercato.domain.identity.message.AccountCommand.AccountChanged;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;

/** Stands for the module identity: keeps accounts in memory, and is away when a test says so. */
public class FakeAccounts extends RouteBuilder {
    final Map<String, AccountDraft> saved = new ConcurrentHashMap<>();
    final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    final Map<String, String> addresses = new ConcurrentHashMap<>();
    volatile boolean away;
    /** An address that another account has. */
    volatile String taken;
    /** What happens once an account has got another address. */
    volatile Runnable afterMove = () -> {};

    @Override
    public void configure() {
        from("direct:identity-save-account")
                .routeId("identity-save-account")
                .errorHandler(noErrorHandler())
                .process(exchange ->
                        exchange.getMessage().setBody(save(exchange.getMessage().getBody(AccountDraft.class))));
        from("direct:identity-confirm-account")
                .routeId("identity-confirm-account")
                .errorHandler(noErrorHandler())
                .process(exchange -> confirm(exchange.getMessage().getBody(String.class)));
        from("direct:identity-move-account")
                .routeId("identity-move-account")
                .errorHandler(noErrorHandler())
                .process(exchange -> move(exchange.getMessage().getBody(AccountChanged.class)));
    }

    private void move(AccountChanged account) {
        requireThere();
        if (account.email().equals(taken)) {
            throw Errors.conflict("account-taken", "Field email: somebody else has an account with this address");
        }
        addresses.put(account.accountId(), account.email());
        afterMove.run();
    }

    private String save(AccountDraft draft) {
        requireThere();
        String id = draft.accountId() == null ? "account-of-" + draft.userName() : draft.accountId();
        saved.put(id, draft);
        return id;
    }

    private void confirm(String id) {
        requireThere();
        confirmed.add(id);
    }

    private void requireThere() {
        if (away) {
            throw new MercatoException(ErrorKind.RETRYABLE, "accounts-unavailable", "Try again in a moment");
        }
    }
}
