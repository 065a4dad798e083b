package io.mercato.domain.identity.message;

/**
 * What is to become of an account, on {@code identity.commands}, aggregate {@code user/<id>}. The message's type is the
 * record's simple name. Each can be repeated without harm.
 */
public sealed interface AccountCommand {

    /** Id of the account at the identity provider. */
    String accountId();

    /** @param enabled whether he may log in */
    record AccountChanged(String accountId, String email, String name, String surname, boolean enabled)
            implements AccountCommand {}

    /** Its address counts as confirmed. */
    record AccountConfirmed(String accountId) implements AccountCommand {}

    record AccountRemoved(String accountId) implements AccountCommand {}
}
