package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.error.Errors;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code PATCH /virtualMachineInstance/{id}} takes: another name, or one of these actions.
 *
 * @param action {@code START} or {@code STOP}, in any case
 */
public record MachinePatch(@Size(max = 255) String name, String action) {
    private static final Set<SubscriptionAction> ACTIONS =
            EnumSet.of(SubscriptionAction.START, SubscriptionAction.STOP);

    /** A machine is its subscription's: what is asked of it is asked of that. */
    SubscriptionChange toDomain() {
        if ((name == null) == (action == null)) {
            throw Errors.invalidField("name", "give either name or action");
        }
        return new SubscriptionChange(name == null ? asked() : SubscriptionAction.SET_NAME, name, null, null, false);
    }

    private SubscriptionAction asked() {
        return ACTIONS.stream()
                .filter(known -> known.name().equals(action.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Errors.invalidField("action", "must be START or STOP"));
    }
}
