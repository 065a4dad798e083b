package io.mercato.boot.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.harness.ApiClient;
import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What there is in the cloud, as the cloud itself tells it. */
final class SimulatedCloud {
    private static final String MARK = "mercato_subscription";

    private final PlatformProcess platform;
    private final ApiClient cloud;

    SimulatedCloud(PlatformProcess platform) {
        this.platform = platform;
        this.cloud = ApiClient.at(platform.cloudUrl(""), Map.of());
    }

    /** @param subscription which it is marked as belonging to */
    record Machine(int subscription, String status, boolean answers, int disks) {}

    List<Machine> machines() throws IOException {
        List<Machine> machines = new ArrayList<>();
        for (JsonNode one : cloud.get("/simulator/machines").expect(200).json().get("machines")) {
            machines.add(new Machine(
                    one.at("/metadata/" + MARK).asInt(),
                    one.get("status").asText(),
                    one.get("answers").asBoolean(),
                    one.get("volumes").size()));
        }
        return machines;
    }

    /** Which subscriptions the disks are marked as belonging to, attached or not. */
    List<Integer> disks() throws IOException {
        ApiClient.Answer login = cloud.call("POST", "/identity/v3/auth/tokens", credentials());
        String project = login.expect(201).json().at("/token/project/id").asText();
        List<Integer> owners = new ArrayList<>();
        cloud.with("X-Auth-Token", login.header("X-Subject-Token"))
                .get("/volume/v3/" + project + "/volumes/detail?limit=1000")
                .expect(200)
                .json()
                .get("volumes")
                .forEach(volume -> owners.add(volume.at("/metadata/" + MARK).asInt()));
        return owners;
    }

    private Map<String, Object> credentials() throws IOException {
        Map<String, String> domain = Map.of("name", "Default");
        Map<String, Object> user =
                Map.of("name", "demo", "domain", domain, "password", platform.secret("cloud-simulator"));
        return Map.of(
                "auth",
                Map.of(
                        "identity", Map.of("methods", List.of("password"), "password", Map.of("user", user)),
                        "scope", Map.of("project", Map.of("name", "demo", "domain", domain))));
    }
}
