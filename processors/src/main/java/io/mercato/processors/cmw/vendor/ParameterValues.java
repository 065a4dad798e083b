package io.mercato.processors.cmw.vendor;

import io.mercato.domain.cmw.order.BundledOffer;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.Placement;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.vendor.ConfigurationValues;
import io.mercato.domain.cmw.vendor.ConfigurationValues.Accepted;
import io.mercato.domain.cmw.vendor.ParameterValue;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.crypto.SecretCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers gave for the parameters of what they ordered; sensitive values are encrypted at rest. */
@Component
public class ParameterValues {
    private static final String SELECT = """
            select s.subscription_id, c.id, c.code, c.description, s.value, s.sensitive as encrypted,
                   s.sensitive or c.sensitive as sensitive
              from cmw.subscription_parameter s
              join cmw.configuration_parameter c on c.id = s.configuration_parameter_id
             where s.subscription_id = any(?)
             order by c.weight desc, c.id
            """;

    private final JdbcClient jdbc;
    private final ParameterStore parameters;
    private final SecretCipher cipher;

    public ParameterValues(JdbcClient jdbc, ParameterStore parameters, SecretCipher cipher) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.cipher = cipher;
    }

    /** What of an order is to be kept for each of its subscriptions, by {@link ConfigurationValues}. */
    public List<List<Accepted>> accept(Placement placement) {
        return placement.subscriptions().stream()
                .map(begun -> begun.decide(() -> ConfigurationValues.accept(
                        parameters.ofPlan(begun.request().planId()),
                        begun.request().configurationParameters())))
                .toList();
    }

    /** REJECTED when an order of this would be for a value that is missing, badly formed, or of no parameter. */
    public void require(Offer offer, OrderRequest request) {
        each(
                offer,
                request,
                own -> ConfigurationValues.accept(parameters.ofPlan(own.planId()), own.configurationParameters()));
    }

    /** The same of the values that are given; who asks what it costs need not have filled in all. */
    public void requireFormed(Offer offer, OrderRequest request) {
        each(
                offer,
                request,
                own -> ConfigurationValues.requireFormed(
                        parameters.ofPlan(own.planId()), own.configurationParameters()));
    }

    private static void each(Offer offer, OrderRequest request, Consumer<OrderRequest> check) {
        if (!offer.isBundle()) {
            check.accept(request);
            return;
        }
        BundledOffer.requireAsked(offer.parts(), request);
        List<OrderRequest> requests = BundledOffer.requests(offer.parts(), request);
        for (int i = 0; i < requests.size(); i++) {
            OrderRequest own = requests.get(i);
            offer.parts().get(i).decide(() -> {
                check.accept(own);
                return own;
            });
        }
    }

    /**
     * In the transaction that makes the subscriptions.
     *
     * @param accepted of each of them
     */
    public void keep(List<Integer> subscriptions, List<List<Accepted>> accepted) {
        for (int i = 0; i < subscriptions.size(); i++) {
            keepOf(subscriptions.get(i), accepted.get(i));
        }
    }

    private void keepOf(int subscription, List<Accepted> accepted) {
        accepted.forEach(one -> jdbc.sql("insert into cmw.subscription_parameter"
                        + " (subscription_id, configuration_parameter_id, value, sensitive) values (?, ?, ?, ?)")
                .params(
                        subscription,
                        one.parameter().id(),
                        one.parameter().sensitive()
                                ? cipher.encrypt(
                                        one.value(),
                                        context(subscription, one.parameter().id()))
                                : one.value(),
                        one.parameter().sensitive())
                .update());
    }

    /** As this reader may know them. */
    public List<ParameterValue> of(Principal principal, Subscription subscription) {
        return stored(List.of(subscription.id())).stream()
                .map(one -> ParameterValue.maySee(principal, subscription, one.sensitive())
                        ? one.value()
                        : one.value().hidden())
                .toList();
    }

    /** Of many, by subscription, whoever reads them: without what is sensitive. */
    public Map<Integer, List<ParameterValue>> ofMany(List<Integer> subscriptions) {
        return stored(subscriptions).stream()
                .collect(Collectors.groupingBy(
                        Stored::subscription,
                        Collectors.mapping(
                                one -> one.sensitive() ? one.value().hidden() : one.value(), Collectors.toList())));
    }

    /**
     * As the vendor knows them, in clear.
     *
     * @param subscription whose values they are; null for a new one
     * @param given by the parameter's id; they take the place of what the subscription has
     */
    public Map<String, String> byCode(Integer subscription, Map<Integer, String> given) {
        Map<String, String> values = new TreeMap<>();
        if (subscription != null) {
            stored(List.of(subscription))
                    .forEach(one -> values.put(one.value().code(), one.value().value()));
        }
        parameters.codes(given.keySet()).forEach((id, code) -> values.put(code, given.get(id)));
        return values;
    }

    private List<Stored> stored(List<Integer> subscriptions) {
        return jdbc.sql(SELECT)
                .param(subscriptions.toArray(Integer[]::new))
                .query(this::row)
                .list();
    }

    private Stored row(ResultSet row, int index) throws SQLException {
        int id = row.getInt("id");
        int subscription = row.getInt("subscription_id");
        String value = row.getString("value");
        String clear = row.getBoolean("encrypted") ? cipher.decrypt(value, context(subscription, id)) : value;
        return new Stored(
                subscription,
                new ParameterValue(id, row.getString("code"), row.getString("description"), clear),
                row.getBoolean("sensitive"));
    }

    private static String context(int subscription, int parameter) {
        return "subscription/" + subscription + "/configurationParameter/" + parameter;
    }

    private record Stored(int subscription, ParameterValue value, boolean sensitive) {}
}
