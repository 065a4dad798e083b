package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** All that carries the platform's mark: machines, disks and firewalls, page by page. */
@Component
public class OpenStackInventory {
    static final String OWNED = "openstackOwned";
    private final int pageSize;

    OpenStackInventory(OpenStackSettings settings) {
        this.pageSize = settings.pageSize();
    }

    public void begin(Exchange exchange) {
        exchange.setVariable(OWNED, new ArrayList<OwnedResource>());
    }

    public OpenStackCall servers(@Variable(OpenStackRequests.REQUEST) ListOwnedResources request) {
        String name = OpenStackCall.encode(OpenStackMarks.anyOf(request.platform(), ResourceKind.SERVER));
        return list(request, OpenStackService.COMPUTE, "/servers/detail?name=" + name + "&limit=" + pageSize);
    }

    /** Cinder reads the metadata to filter by as a dictionary of Python's. */
    public OpenStackCall volumes(@Variable(OpenStackRequests.REQUEST) ListOwnedResources request) {
        String mark = "{'" + Owner.PLATFORM_KEY + "': '" + request.platform().replace("'", "") + "'}";
        return list(
                request,
                OpenStackService.VOLUME,
                "/volumes/detail?metadata=" + OpenStackCall.encode(mark) + "&limit=" + pageSize);
    }

    public OpenStackCall firewalls(@Variable(OpenStackRequests.REQUEST) ListOwnedResources request) {
        String path = "/security-groups?fields=id&fields=name&fields=created_at&limit=" + pageSize;
        return list(request, OpenStackService.NETWORK, path);
    }

    public void addServers(
            @Variable(OpenStackRequests.REQUEST) ListOwnedResources request,
            @Variable(OWNED) List<OwnedResource> owned,
            @Body List<JsonNode> pages) {
        add(owned, request, ResourceKind.SERVER, "servers", "created", pages);
    }

    public void addVolumes(
            @Variable(OpenStackRequests.REQUEST) ListOwnedResources request,
            @Variable(OWNED) List<OwnedResource> owned,
            @Body List<JsonNode> pages) {
        add(owned, request, ResourceKind.VOLUME, "volumes", "created_at", pages);
    }

    public void addFirewalls(
            @Variable(OpenStackRequests.REQUEST) ListOwnedResources request,
            @Variable(OWNED) List<OwnedResource> owned,
            @Body List<JsonNode> pages) {
        add(owned, request, ResourceKind.FIREWALL, "security_groups", "created_at", pages);
    }

    private static OpenStackCall list(ListOwnedResources request, OpenStackService service, String path) {
        return OpenStackCall.get(request.account(), service, path);
    }

    private static void add(
            List<OwnedResource> owned,
            ListOwnedResources request,
            ResourceKind kind,
            String field,
            String createdField,
            List<JsonNode> pages) {
        for (JsonNode page : pages) {
            for (JsonNode resource : page.path(field)) {
                owned(request.platform(), kind, resource, createdField).ifPresent(owned::add);
            }
        }
    }

    private static Optional<OwnedResource> owned(
            String platform, ResourceKind kind, JsonNode resource, String createdField) {
        OptionalInt subscription = OpenStackMarks.subscription(
                platform, kind, resource.path("name").asText());
        boolean marked = kind == ResourceKind.FIREWALL
                || platform.equals(
                        resource.path("metadata").path(Owner.PLATFORM_KEY).asText());
        if (!marked || subscription.isEmpty()) {
            return Optional.empty();
        }
        Instant created = time(resource.path(createdField).asText());
        return Optional.of(new OwnedResource(kind, resource.path("id").asText(), subscription.getAsInt(), created));
    }

    /** Nova and Neutron write a Z, Cinder writes none; all mean UTC. */
    static Instant time(String text) {
        try {
            return text.endsWith("Z")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw OpenStackErrors.unreadable();
        }
    }
}
