package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionCosts;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import io.mercato.processors.cmw.vendor.ParameterValues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscriptions with what belongs to them: one statement for each kind, however many subscriptions there are. */
@Component
public class SubscriptionDetails {
    private static final String MACHINES = "select subscription_id, id from cmw.virtual_machine_instance"
            + " where subscription_id = any(:ids) and removed_at is null order by id";

    private final SubscriptionStore subscriptions;
    private final SubscriptionLogStore logs;
    private final AccessStore access;
    private final ChoiceStore choiceStore;
    private final CostStore costs;
    private final CmwProperties properties;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final ParameterValues parameters;
    private final FrozenPrices prices;
    private final OrderStore orderStore;
    private final InvoiceStore invoiceStore;

    public SubscriptionDetails(
            SubscriptionStore subscriptions,
            SubscriptionLogStore logs,
            AccessStore access,
            ParameterValues parameters,
            ChoiceStore choiceStore,
            CostStore costs,
            CmwProperties properties,
            Clock clock,
            JdbcClient jdbc,
            FrozenPrices prices,
            OrderStore orderStore,
            InvoiceStore invoiceStore) {
        this.subscriptions = subscriptions;
        this.logs = logs;
        this.access = access;
        this.choiceStore = choiceStore;
        this.costs = costs;
        this.properties = properties;
        this.clock = clock;
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.prices = prices;
        this.orderStore = orderStore;
        this.invoiceStore = invoiceStore;
    }

    public Page<SubscriptionDetail> list(Principal principal, Filter filter, PageRequest page) {
        Page<Subscription> found = subscriptions.list(principal, filter, page);
        return new Page<>(withoutSecrets(principal, found.items()), found.request(), found.totalItems());
    }

    /** Those of whose end their customers are being reminded, and that nothing renews. */
    public Page<SubscriptionDetail> expiring(Principal principal, PageRequest page) {
        int days = properties.reminderDays().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        Page<Subscription> found =
                subscriptions.expiring(principal, clock.instant().plus(Duration.ofDays(days)), page);
        return new Page<>(withoutSecrets(principal, found.items()), found.request(), found.totalItems());
    }

    /** With instructions and credentials; a vendor reads those that he stored as null (behaviour §2). */
    public SubscriptionDetail get(Principal principal, int id) {
        Subscription subscription = subscriptions.get(principal, id);
        SubscriptionDetail detail =
                withoutSecrets(principal, List.of(subscription)).get(0);
        boolean customer = SubscriptionRules.isBuyer(principal, subscription);
        List<Credential> credentials = access.credentialsOf(id).stream()
                .map(one -> customer
                        ? one
                        : new Credential(one.key(), null, one.description(), one.weight(), one.byVendor()))
                .toList();
        return new SubscriptionDetail(
                subscription,
                detail.actions(),
                detail.log(),
                detail.endpoints(),
                credentials,
                access.instructionsOf(id),
                detail.orders(),
                detail.invoices(),
                detail.machines(),
                parameters.of(principal, subscription),
                detail.plans(),
                detail.items(),
                detail.couponId(),
                costs.of(id),
                detail.period(),
                principal.language());
    }

    private List<SubscriptionDetail> withoutSecrets(Principal principal, List<Subscription> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Integer> ids = found.stream().map(Subscription::id).toList();
        var choices = choiceStore.of(ids);
        var log = logs.of(ids);
        var endpoints = access.endpointsOf(ids);
        var orders = orderStore.idsOf(principal, ids);
        var invoices = invoiceStore.idsOf(principal, ids);
        var machines = idsOf(MACHINES, ids);
        var values = parameters.ofMany(ids);
        var items = prices.itemsOf(ids);
        var coupons = prices.couponsOf(ids);
        var costsOfPeriods = prices.periods(found, items, coupons.keySet());
        return found.stream()
                .map(one -> new SubscriptionDetail(
                        one,
                        SubscriptionRules.available(principal, one, choices.get(one.id())),
                        log.getOrDefault(one.id(), List.of()),
                        endpoints.getOrDefault(one.id(), List.of()),
                        List.of(),
                        Map.of(),
                        orders.getOrDefault(one.id(), List.of()),
                        invoices.getOrDefault(one.id(), List.of()),
                        machines.getOrDefault(one.id(), List.of()),
                        values.getOrDefault(one.id(), List.of()),
                        choices.get(one.id()).plans(),
                        items.getOrDefault(one.id(), List.of()),
                        coupons.get(one.id()),
                        SubscriptionCosts.NONE,
                        costsOfPeriods.get(one.id()),
                        principal.language()))
                .toList();
    }

    private Map<Integer, List<Integer>> idsOf(String sql, List<Integer> ids) {
        record Pair(int subscription, int id) {}
        return jdbc
                .sql(sql)
                .param("ids", ids.toArray(Integer[]::new))
                .query((row, index) -> new Pair(row.getInt(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pair::subscription, Collectors.mapping(Pair::id, Collectors.toList())));
    }
}
