package io.mercato.processors.cmw.subscription;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionChoices;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to choose for subscriptions: one statement for each kind, however many subscriptions there are. */
@Component
public class ChoiceStore {
    private static final String PLANS = """
            select s.id as subscription, v.id as plan from cmw.subscription s
                join cmw.product_version now on now.id = s.product_version_id and now.upgradable
                join cmw.product_version v on v.product_id = s.product_id and v.id <> now.id
            where s.id = any(?) and v.published and not v.deleted and v.price is not null
                and v.billing_period is not null and v.lifespan is null
            order by v.weight, v.id
            """;
    private static final String EXTRAS = """
            select s.id from cmw.subscription s where s.id = any(?) and (
                exists (select from cmw.billing_item_value x join cmw.billing_item b on b.id = x.billing_item_id
                    where x.product_version_id = s.product_version_id and b.value_type <> 'PAY_AS_YOU_GO')
                or exists (select from cmw.subscription_billing_item f where f.subscription_id = s.id
                    and f.item ->> 'valueType' <> 'PAY_AS_YOU_GO'))
            """;
    private static final String PENDING = "select subscription_id from cmw.subscription_change"
            + " where subscription_id = any(?) and state in ('WAITING_PAYMENT', 'DEFERRED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    public ChoiceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public SubscriptionChoices of(Subscription subscription) {
        return of(List.of(subscription.id())).get(subscription.id());
    }

    /** By subscription. */
    public Map<Integer, SubscriptionChoices> of(Collection<Integer> subscriptions) {
        record Pair(int subscription, int plan) {}
        Integer[] ids = subscriptions.toArray(Integer[]::new);
        Map<Integer, List<Integer>> plans = jdbc
                .sql(PLANS)
                .param(ids)
                .query((row, index) -> new Pair(row.getInt("subscription"), row.getInt("plan")))
                .list()
                .stream()
                .collect(groupingBy(Pair::subscription, mapping(Pair::plan, toList())));
        Set<Integer> extras = ids(EXTRAS, ids);
        Set<Integer> pending = ids(PENDING, ids);
        Instant now = clock.instant();
        Map<Integer, SubscriptionChoices> choices = new HashMap<>();
        subscriptions.forEach(id -> choices.put(
                id,
                new SubscriptionChoices(
                        now, plans.getOrDefault(id, List.of()), extras.contains(id), pending.contains(id))));
        return choices;
    }

    private Set<Integer> ids(String sql, Integer[] subscriptions) {
        return new HashSet<>(
                jdbc.sql(sql).param(subscriptions).query(Integer.class).list());
    }
}
