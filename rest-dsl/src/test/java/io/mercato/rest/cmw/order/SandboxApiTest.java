package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Sandboxes as vendors and administrators order them over HTTP. */
class SandboxApiTest extends CoreApiCalls {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void a_vendor_orders_a_sandbox_of_his_own_unpublished_plan() {
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(market.syndicated)
                .update();

        Answer order = sandbox(market.vendor, market.syndicated).is(201);

        assertThat(order.text("/type")).isEqualTo("SANDBOX");
        assertThat(order.text("/status")).isEqualTo("FREE");
        assertThat(order.body().get("totalPrice").decimalValue()).isEqualByComparingTo("0");
        assertThat(order.text("/buyer/url")).isEqualTo("user/" + market.vendor.userId());
        String subscription = "/" + order.text("/subscription/url");
        Answer read = get(market.vendor, subscription).is(200);
        assertThat(read.text("/type")).isEqualTo("SANDBOX");
        assertThat(read.text("/deploymentStatus")).isEqualTo("PENDING");
        assertThat(read.body().get("paid").asBoolean()).isTrue();
        assertThat(operations(read)).containsExactlyInAnyOrder("SET_NAME", "KILL");
        patch(market.vendor, subscription, "{'deploymentStatus': 'DEPLOYED'}").is(200);
        assertThat(operations(get(market.vendor, subscription))).containsExactlyInAnyOrder("SET_NAME", "KILL");
        patch(market.vendor, subscription, "{'action': 'RENEW'}").fails(409, "operation-not-available");
        get(market.rival, subscription).fails(404, "subscription");
        call(market.vendor, HttpMethod.DELETE, subscription, null, NONE).is(204);
        assertThat(get(market.vendor, subscription).text("/deploymentStatus")).isEqualTo("UNDEPLOY_SENT");
        assertThat(get(market.admin, "/invoice").body()).isEmpty();
        assertThat(get(market.vendor, "/order?type=SANDBOX").body()).hasSize(1);
    }

    @Test
    void who_ordered_a_sandbox_reads_how_to_log_in() {
        for (Principal who : List.of(market.vendor, market.admin)) {
            int id = id(sandbox(who, market.managed).is(201).text("/subscription/url"));
            deployed(new Deployed(id, clock.instant(), MACHINE, "https://127.0.0.9:8443", "boss", "hunter2"));

            JsonNode credentials =
                    get(who, "/subscription/" + id).is(200).body().get("credentials");
            assertThat(credentials.toString()).contains("hunter2");
            Principal other = who == market.vendor ? market.admin : market.vendor;
            assertThat(get(other, "/subscription/" + id).is(200).body().toString())
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void nobody_else_orders_one() {
        sandbox(Principal.ANONYMOUS, market.vm).fails(401, "Log in");
        for (Principal who :
                List.of(market.customer, market.reseller, market.distributor, market.supervisor, market.rival)) {
            sandbox(who, market.vm).fails(403, "role");
        }
        post(
                        market.vendor,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/" + market.vm
                                + "'}, 'type': 'SANDBOX', 'hashCoupon': 'SUMMER'}")
                .fails(422, "hashCoupon");
        post(
                        market.vendor,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/" + market.vm
                                + "'}, 'type': 'SANDBOX', 'start': '2030-01-01T00:00:00Z'}")
                .fails(400, "start");
        post(
                        market.admin,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/" + market.vm
                                + "'}, 'type': 'SANDBOX', 'buyer': {'url': 'user/" + market.customer.userId() + "'}}")
                .fails(422, "buyer");
        post(market.vendor, "/budgetEstimate", "{'productVersionId': " + market.vm + ", 'type': 'SANDBOX'}")
                .fails(400, "type");
    }

    private Answer sandbox(Principal who, int plan) {
        return order(who, plan, "SANDBOX", NONE);
    }

    private static List<String> operations(Answer subscription) {
        return StreamSupport.stream(
                        subscription.body().get("availableOperations").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
