package io.mercato.processors.cmw.vendor;

import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.vendor.ChoicesRequest;
import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.cmw.vendor.ParameterChoices;
import io.mercato.domain.cmw.vendor.ParameterChoices.Choice;
import io.mercato.domain.cmw.vendor.VendorAnswer;
import io.mercato.domain.cmw.vendor.VendorVerdict;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.catalogue.ProductSight;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Selection;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which values there are for a parameter: its own, or those that the vendor's address names for what was chosen so far. */
@Component
public class ParameterQuestions {
    private static final int MOST_CHOICES = 1000;

    private final JdbcClient jdbc;
    private final Json json;
    private final ParameterStore parameters;
    private final VendorCallProperties properties;

    public ParameterQuestions(JdbcClient jdbc, Json json, ParameterStore parameters, VendorCallProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.parameters = parameters;
        this.properties = properties;
    }

    /** A {@link VendorCall}, or the {@link ParameterChoices} themselves when nobody has to be asked. */
    public Object ask(Principal principal, int id, ChoicesRequest request) {
        parameters.get(principal, id);
        Plan plan = plan(principal, request.planId());
        ConfigurationParameter parameter = parameters.ofProduct(plan.productId()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> unknownPlan(request.planId()));
        requireOwn(principal, request);
        Map<String, String> soFar = soFar(plan, request);
        if (parameter.externalValuesUrl() == null) {
            return ParameterChoices.of(parameter);
        }
        Question question = new Question(
                plan.productId(),
                plan.sku(),
                request.planId(),
                plan.identifier(),
                parameter.code(),
                soFar,
                request.credentialId(),
                principal.language(),
                request.buyerId() == null ? principal.userId() : request.buyerId());
        return new VendorCall(parameter.externalValuesUrl(), json.write(question), plan.token());
    }

    /** What of an order only the vendor can tell whether it may be chosen; nothing for a plan that is not sold. */
    public List<Chosen> chosen(OrderRequest request, Principal principal) {
        Map<Integer, String> given = request.configurationParameters();
        if (given.isEmpty()) {
            return List.of();
        }
        List<ConfigurationParameter> asked = parameters.ofPlan(request.planId());
        return find(principal, request.planId())
                .map(plan -> asked.stream()
                        .filter(one -> one.externalValuesUrl() != null
                                && !given.getOrDefault(one.id(), "").isBlank())
                        .map(one -> chosen(plan, one, asked, request, principal))
                        .toList())
                .orElse(List.of());
    }

    private Chosen chosen(
            Plan plan,
            ConfigurationParameter one,
            List<ConfigurationParameter> asked,
            OrderRequest request,
            Principal principal) {
        Map<Integer, String> given = request.configurationParameters();
        Map<String, String> others = new TreeMap<>();
        asked.stream()
                .filter(other -> !one.equals(other) && given.containsKey(other.id()))
                .forEach(other -> others.put(other.code(), given.get(other.id())));
        Question question = new Question(
                plan.productId(),
                plan.sku(),
                request.planId(),
                plan.identifier(),
                one.code(),
                others,
                request.credentialId(),
                principal.language(),
                request.buyerId() == null ? principal.userId() : request.buyerId());
        VendorCall call = new VendorCall(one.externalValuesUrl(), json.write(question), plan.token());
        return new Chosen(call, one.code(), given.get(one.id()).strip());
    }

    /** REJECTED when the vendor does not name the value that was chosen. */
    public void require(ParameterChoices choices, Chosen chosen) {
        if (!choices.allows(chosen.value())) {
            throw new MercatoException(
                    ErrorKind.REJECTED,
                    List.of(Errors.fieldHolder(
                            "configurationParameters." + chosen.code(), "must be one of the vendor's values")),
                    null);
        }
    }

    /**
     * A vendor who stumbles is asked again, at once, since a customer waits; only so often. Nothing may be set here: a
     * predicate gets a copy of the exchange.
     */
    public boolean isToBeAsked(Exchange exchange) {
        VendorAnswer answer = exchange.getVariable("answer", VendorAnswer.class);
        int asked = answer == null ? 0 : exchange.getProperty(Exchange.LOOP_INDEX, 0, Integer.class) + 1;
        return answer == null || answer.isWorthAskingAgain() && asked < properties.attempts();
    }

    /** RETRYABLE when the answer is none that anybody understands. */
    public ParameterChoices read(VendorAnswer answer) {
        if (answer.status() != 200) {
            throw VendorVerdict.unavailable();
        }
        try {
            Map<?, ?> body = json.read(answer.body(), Map.class);
            if (body == null || !body.containsKey("values")) {
                throw VendorVerdict.unavailable();
            }
            List<Choice> values = json.read(answer.body(), Values.class).values();
            if (values == null) {
                return ParameterChoices.ANY;
            }
            if (values.size() > MOST_CHOICES || values.stream().anyMatch(one -> one == null || one.value() == null)) {
                throw VendorVerdict.unavailable();
            }
            return new ParameterChoices(values);
        } catch (UncheckedIOException notUnderstood) {
            throw VendorVerdict.unavailable();
        }
    }

    /** Nobody asks in somebody else's name; another's id reads like one that does not exist. */
    private void requireOwn(Principal principal, ChoicesRequest request) {
        Integer buyer = request.buyerId();
        if (buyer != null && buyer != principal.userId() && !principal.role().isStaff()) {
            throw Errors.unknownReference("buyerId", buyer);
        }
        Integer credential = request.credentialId();
        if (credential != null
                && !jdbc.sql("select exists (select from cmw.cloud_credential where id = ?"
                                + " and (user_id = ? or company_id = ? or ?))")
                        .params(
                                credential,
                                principal.userId(),
                                principal.companyId() == null ? 0 : principal.companyId(),
                                principal.role().isStaff())
                        .query(Boolean.class)
                        .single()) {
            throw Errors.unknownReference("cloudCredential", "cloudCredential/" + credential);
        }
    }

    private Map<String, String> soFar(Plan plan, ChoicesRequest request) {
        Map<Integer, String> codes = new TreeMap<>();
        parameters.ofProduct(plan.productId()).forEach(one -> codes.put(one.id(), one.code()));
        Map<String, String> chosen = new TreeMap<>();
        request.soFar().forEach((parameter, value) -> {
            if (!codes.containsKey(parameter)) {
                throw Errors.unknownReference("configurationParameters", "configurationParameter/" + parameter);
            }
            chosen.put(codes.get(parameter), value);
        });
        return chosen;
    }

    private Plan plan(Principal who, int id) {
        return find(who, id).orElseThrow(() -> unknownPlan(id));
    }

    private Optional<Plan> find(Principal who, int id) {
        Selection<Plan> plans = new Selection<>(
                jdbc,
                (row, index) -> new Plan(
                        row.getInt("product_id"),
                        row.getString("sku"),
                        row.getString("identifier"),
                        row.getString("notification_secret_token")),
                "v.product_id, p.sku, v.identifier, p.notification_secret_token",
                "cmw.product_version v join cmw.product p on p.id = v.product_id");
        return ProductSight.plans(plans, who).where("v.id = :id", "id", id).first();
    }

    private static RuntimeException unknownPlan(int id) {
        return Errors.unknownReference("productVersion", "productVersion/" + id);
    }

    /** A value that was chosen, and the call that tells whether it may be. */
    public record Chosen(VendorCall call, String code, String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "Chosen[" + code + "]";
        }
    }

    private record Plan(int productId, String sku, String identifier, String token) {}

    /** As vendors' services know it, so the names are the outside world's. */
    private record Question(
            int productId,
            String productIdentifier,
            int productVersionId,
            String productVersionIdentifier,
            String configurationParameter,
            Map<String, String> configurationParameters,
            Integer cloudCredentialId,
            String language,
            int buyerId) {}

    private record Values(List<Choice> values) {}
}
