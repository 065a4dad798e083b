package io.mercato.domain.notifier.message;

import java.util.List;

/**
 * Somebody was erased: what was sent to him is no longer to name him. On {@code notifier.emails}, aggregate
 * {@code user/<id>}. Can be repeated without harm.
 *
 * @param addresses all that he had
 */
public record RecipientErased(List<String> addresses) {

    public RecipientErased {
        addresses = List.copyOf(addresses);
    }

    /** Without the addresses: this may end in a log. */
    @Override
    public String toString() {
        return "RecipientErased";
    }
}
