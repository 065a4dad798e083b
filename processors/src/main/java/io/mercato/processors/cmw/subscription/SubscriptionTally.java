package io.mercato.processors.cmw.subscription;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many subscriptions there are in the lists that become long: a vendor's, and the one of all. */
final class SubscriptionTally {
    /** Keys that narrow nothing. */
    private static final Set<String> HARMLESS = Set.of("pageNumber", "pageSize", "apiVersion", "language");

    private SubscriptionTally() {}

    /** Empty for a list that is narrowed, or is somebody else's: it is counted. */
    static OptionalLong of(JdbcClient jdbc, Principal who, Filter filter) {
        if (!HARMLESS.containsAll(filter.values().keySet())) {
            return OptionalLong.empty();
        }
        if (who.role().isStaff()) {
            return sum(jdbc.sql("select coalesce(sum(n), 0) from cmw.subscription_tally"));
        }
        if (who.role() != Role.VENDOR || who.companyId() == null) {
            return OptionalLong.empty();
        }
        return sum(jdbc.sql("select coalesce(sum(n), 0) from cmw.subscription_tally where vendor_id = ?")
                .param(who.companyId()));
    }

    private static OptionalLong sum(JdbcClient.StatementSpec sum) {
        return OptionalLong.of(sum.query(Long.class).single());
    }
}
