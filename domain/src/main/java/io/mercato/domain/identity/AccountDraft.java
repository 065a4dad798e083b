package io.mercato.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account as it is to be at the identity provider. What is asked for twice is there once.
 *
 * @param accountId id of the account that it has already, if it is known
 * @param password null leaves it as it is
 * @param mayBeKnown whether an account with this address that somebody has confirmed may be taken: where it is not the
 *     owner of the address who asks, and not one who could vouch for him, it may not
 */
public record AccountDraft(
        @Nullable String accountId,
        String userName,
        String email,
        String name,
        String surname,
        @Nullable String password,
        boolean mayBeKnown) {

    @Override
    public String toString() {
        return "AccountDraft[" + userName + "]";
    }
}
