package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jclouds.openstack.nova.v2_0.domain.Flavor;
import org.springframework.stereotype.Component;

/** Whether the project may have one more machine, and its disk. */
@Component
public class OpenStackQuotas {

    public OpenStackCall readCompute(@Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        return OpenStackCall.get(request.account(), OpenStackService.COMPUTE, "/limits");
    }

    public void checkCompute(@Body JsonNode answer, @Variable(OpenStackCatalogue.FLAVOR) Flavor flavor) {
        JsonNode limits = limits(answer);
        check(limits, "instances", "totalInstancesUsed", "maxTotalInstances", 1);
        check(limits, "cores", "totalCoresUsed", "maxTotalCores", flavor.getVcpus());
        check(limits, "MB of memory", "totalRAMUsed", "maxTotalRAMSize", flavor.getRam());
    }

    public boolean needsVolume(@Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        return request.volumeGigabytes() > 0;
    }

    public OpenStackCall readVolume(@Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        return OpenStackCall.get(request.account(), OpenStackService.VOLUME, "/limits");
    }

    public void checkVolume(@Body JsonNode answer, @Variable(OpenStackRequests.REQUEST) CheckPrerequisites request) {
        JsonNode limits = limits(answer);
        check(limits, "volumes", "totalVolumesUsed", "maxTotalVolumes", 1);
        check(limits, "GB of volumes", "totalGigabytesUsed", "maxTotalVolumeGigabytes", request.volumeGigabytes());
    }

    private static JsonNode limits(JsonNode answer) {
        JsonNode limits = answer.path("limits").path("absolute");
        if (!limits.isObject()) {
            throw OpenStackErrors.unreadable();
        }
        return limits;
    }

    /** A limit of -1, or none, is no limit. */
    private static void check(JsonNode limits, String what, String usedKey, String limitKey, int more) {
        long limit = limits.path(limitKey).asLong(-1);
        long used = limits.path(usedKey).asLong(0);
        if (limit >= 0 && used + more > limit) {
            throw OpenStackErrors.quota("Quota exceeded: the project uses " + used + " of " + limit + " " + what + ", "
                    + more + " more needed");
        }
    }
}
