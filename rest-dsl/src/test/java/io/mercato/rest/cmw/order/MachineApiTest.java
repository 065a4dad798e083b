package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A machine is changed and ended as the subscription that it is for. */
class MachineApiTest extends CoreApiCalls {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void a_machine_is_renamed() {
        deployed(market.vm);
        String machine = machine();

        patch(market.customer, machine, "{'name': 'Build server'}").is(204);

        assertThat(get(market.customer, machine).text("/name")).isEqualTo("Build server");
        patch(market.customer, machine, "{'name': ' '}").fails(400, "name");
        patch(market.customer, machine, "{'name': '" + "n".repeat(256) + "'}").fails(400, "name");
    }

    @Test
    void a_machine_is_stopped() {
        int id = deployed(market.vm);
        String machine = machine();
        jdbc.sql("truncate cmw.outbox").update();

        patch(market.customer, machine, "{'action': 'start'}").fails(409, "operation-not-available");
        patch(market.customer, machine, "{'action': 'stop'}").is(204);

        assertThat(market.outbox()).containsExactly("Stop");
        patch(market.customer, machine, "{'action': 'STOP'}").fails(423, "operation-under-way");
        assertThat(get(market.customer, "/subscription/" + id + "/changelog")
                        .body()
                        .toString())
                .contains("pendingOperation");
    }

    @Test
    void what_it_cannot_be_asked_is_named() {
        deployed(market.vm);
        String machine = machine();

        patch(market.customer, machine, "{}").fails(400, "name");
        patch(market.customer, machine, "{'cpu': 8}").fails(400, "name");
        patch(market.customer, machine, "{'name': 'A', 'action': 'STOP'}").fails(400, "name");
        patch(market.customer, machine, "{'action': 'KILL'}").fails(400, "action");
        patch(market.stranger, machine, "{'name': 'Mine'}").fails(404, "virtualMachineInstance");
        patch(market.vendor, machine, "{'name': 'Mine'}").fails(403, "role");
        patch(market.customer, "/virtualMachineInstance/999", "{'name': 'A'}").fails(404, "virtualMachineInstance");
    }

    @Test
    void administrators_have_it_released_with_its_subscription() {
        int id = deployed(market.vm);
        String machine = machine();
        for (Principal who : List.of(market.customer, market.vendor, market.reseller, market.supervisor)) {
            call(who, HttpMethod.DELETE, machine, null, NONE).fails(403, "role");
        }
        jdbc.sql("truncate cmw.outbox").update();

        call(market.admin, HttpMethod.DELETE, machine, null, NONE).is(204);

        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(market.outbox()).containsExactly("Undeploy", "subscription-killed");
        call(market.admin, HttpMethod.DELETE, machine, null, NONE).fails(409, "operation-not-available");
    }

    @Test
    void of_two_who_change_it_the_later_one_is_told() {
        int id = deployed(market.vm);
        String machine = machine();
        String seen = get(market.customer, machine).header("ETag");
        assertThat(seen).isEqualTo(get(market.customer, "/subscription/" + id).header("ETag"));
        patch(market.customer, machine, "{'name': 'First'}").is(204);

        call(market.customer, HttpMethod.PATCH, machine, "{'name': 'Second'}", Map.of("If-Match", seen))
                .fails(412, "changed");
        call(market.admin, HttpMethod.DELETE, machine, null, Map.of("If-Match", seen))
                .fails(412, "changed");

        assertThat(get(market.customer, machine).text("/name")).isEqualTo("First");
    }

    private String machine() {
        return "/" + get(market.customer, "/virtualMachineInstance").is(200).text("/0/self");
    }
}
