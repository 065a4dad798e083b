package io.mercato.processors.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.AccountDraft;
import io.mercato.domain.identity.message.AccountCommand.AccountChanged;
import io.mercato.processors.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The calls to Keycloak's admin REST that the module makes, and what it answers to them. */
@Component
public class AccountCalls {
    private static final TypeReference<List<Account>> ACCOUNTS = new TypeReference<>() {};
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Json json;

    public AccountCalls(Json json) {
        this.json = json;
    }

    public IdentityCall find(String account) {
        return new IdentityCall("GET", "/users/" + encoded(account), "", null);
    }

    public IdentityCall findByEmail(AccountDraft draft) {
        return new IdentityCall("GET", "/users", "exact=true&email=" + encoded(draft.email()), null);
    }

    /** It counts as not confirmed, so that nobody can log in by it yet. */
    public IdentityCall create(AccountDraft draft) {
        Map<String, Object> account = names(draft.name(), draft.surname());
        account.put("username", draft.userName());
        account.put("email", draft.email());
        account.put("enabled", true);
        account.put("emailVerified", false);
        if (draft.password() != null) {
            account.put("credentials", List.of(credential(draft.password())));
        }
        return new IdentityCall("POST", "/users", "", json.write(account));
    }

    public IdentityCall rename(Account account, AccountDraft draft) {
        return change(account.id(), names(draft.name(), draft.surname()));
    }

    public IdentityCall setPassword(Account account, AccountDraft draft) {
        return new IdentityCall(
                "PUT",
                "/users/" + encoded(account.id()) + "/reset-password",
                "",
                json.write(credential(draft.password())));
    }

    /** Whoever knew the old password is thrown out. */
    public IdentityCall endSessions(Account account) {
        return new IdentityCall("POST", "/users/" + encoded(account.id()) + "/logout", "", null);
    }

    public IdentityCall confirm(Account account) {
        return change(
                account.id(), Map.of("emailVerified", true, "requiredActions", account.actionsBesidesConfirming()));
    }

    public IdentityCall change(AccountChanged command) {
        return change(command.accountId(), fields(command));
    }

    /** As the command says; and its address counts as confirmed. */
    public IdentityCall move(Account account, AccountChanged command) {
        Map<String, Object> fields = fields(command);
        fields.put("emailVerified", true);
        fields.put("requiredActions", account.actionsBesidesConfirming());
        return change(account.id(), fields);
    }

    public IdentityCall remove(String account) {
        return new IdentityCall("DELETE", "/users/" + encoded(account), "", null);
    }

    /** The account, or null when there is none. */
    public Account found(Exchange exchange) {
        IdentityAnswer answer = IdentityAnswer.of(exchange);
        if (answer.status() == NOT_FOUND) {
            return null;
        }
        require(answer);
        if (answer.body().startsWith("[")) {
            return json.read(answer.body(), ACCOUNTS).stream().findFirst().orElse(null);
        }
        return json.read(answer.body(), Account.class);
    }

    /** The id of the account that was made. */
    public String created(Exchange exchange) {
        IdentityAnswer answer = IdentityAnswer.of(exchange);
        if (answer.status() == CONFLICT) {
            throw Errors.conflict(
                    "account-taken", "Somebody else has an account with this user name or e-mail address");
        }
        requireWithPassword(answer);
        String location = answer.location();
        if (location == null) {
            throw new IdentityUnavailableException("An account was made without an address");
        }
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** INVALID for a password that breaks the realm's rules. */
    public void changed(Exchange exchange) {
        requireWithPassword(IdentityAnswer.of(exchange));
    }

    /** CONFLICT when another account has the address. */
    public void moved(Exchange exchange) {
        IdentityAnswer answer = IdentityAnswer.of(exchange);
        if (answer.status() == CONFLICT) {
            throw Errors.conflictField("account-taken", "email", "somebody else has an account with this address");
        }
        require(answer);
    }

    /** One that is gone needs no change. */
    public void changedIfThere(Exchange exchange) {
        IdentityAnswer answer = IdentityAnswer.of(exchange);
        if (answer.status() != NOT_FOUND) {
            require(answer);
        }
    }

    private void requireWithPassword(IdentityAnswer answer) {
        if (answer.status() == 400 && answer.body().contains("invalidPassword")) {
            Refusal refusal = json.read(answer.body(), Refusal.class);
            throw Errors.invalidField("password", refusal.words());
        }
        require(answer);
    }

    private static void require(IdentityAnswer answer) {
        if (!answer.isFine()) {
            throw new MercatoException(
                    ErrorKind.BROKEN, "account-refused", "The identity provider refuses a change: " + answer);
        }
    }

    private IdentityCall change(String account, Map<String, Object> fields) {
        return new IdentityCall("PUT", "/users/" + encoded(account), "", json.write(fields));
    }

    private static Map<String, Object> fields(AccountChanged command) {
        Map<String, Object> fields = names(command.name(), command.surname());
        fields.put("email", command.email());
        fields.put("enabled", command.enabled());
        return fields;
    }

    private static Map<String, Object> names(String name, String surname) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("firstName", name);
        names.put("lastName", surname);
        return names;
    }

    private static Map<String, Object> credential(String password) {
        return Map.of("type", "password", "temporary", false, "value", password);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(
            @JsonProperty("error_description") String description, String errorMessage) {

        String words() {
            return description == null ? "breaks a rule for passwords" : description;
        }
    }
}
