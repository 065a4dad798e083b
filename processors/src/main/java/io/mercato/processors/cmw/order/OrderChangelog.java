package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who changed what of an order, by the names that the API gives its fields. */
@Component
public class OrderChangelog {
    private final ChangelogStore changelog;
    private final Buyers buyers;

    public OrderChangelog(ChangelogStore changelog, Buyers buyers) {
        this.changelog = changelog;
        this.buyers = buyers;
    }

    /** With both names when one ordered for another. */
    public void created(int order, int buyer, Principal by) {
        List<Change.Value> values = new ArrayList<>();
        if (buyer != by.userId()) {
            values.add(new Change.Value("buyer", null, buyers.find(buyer).userName()));
            values.add(new Change.Value("creator", null, by.userName()));
        }
        changelog.append("order", order, Change.Kind.CREATED, by, values);
    }

    public void changed(Order order, String property, Object left, Object right, Principal by) {
        changelog.append(
                "order",
                order.id(),
                Change.Kind.MODIFIED,
                by,
                List.of(new Change.Value(property, text(left), text(right))));
    }

    public void deleted(Order order, Principal by) {
        changelog.append("order", order.id(), Change.Kind.DELETED, by, List.of());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
