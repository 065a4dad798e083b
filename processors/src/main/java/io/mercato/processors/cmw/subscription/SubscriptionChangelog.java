package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who changed what of a subscription, by the names that the API gives its fields. */
@Component
public class SubscriptionChangelog {
    private final ChangelogStore changelog;

    public SubscriptionChangelog(ChangelogStore changelog) {
        this.changelog = changelog;
    }

    /** A field that may have changed. */
    public static Change.Value field(String property, Object left, Object right) {
        return new Change.Value(property, text(left), text(right));
    }

    /** Nothing is written when nothing has changed. */
    public void changed(int subscription, Principal by, Change.Value... values) {
        List<Change.Value> changes = Arrays.stream(values)
                .filter(value -> !Objects.equals(value.left(), value.right()))
                .toList();
        if (!changes.isEmpty()) {
            changelog.append("subscription", subscription, Change.Kind.MODIFIED, by, changes);
        }
    }

    public void changed(Subscription subscription, Principal by, Change.Value... values) {
        changed(subscription.id(), by, values);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
