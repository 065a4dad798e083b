package io.mercato.processors.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** An account at the identity provider, as it describes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(String id, String username, String email, boolean emailVerified, List<String> requiredActions) {
    private static final String CONFIRM = "VERIFY_EMAIL";

    /** What he still has to do once his address is confirmed. */
    List<String> actionsBesidesConfirming() {
        return requiredActions == null
                ? List.of()
                : requiredActions.stream()
                        .filter(action -> !action.equals(CONFIRM))
                        .toList();
    }
}
