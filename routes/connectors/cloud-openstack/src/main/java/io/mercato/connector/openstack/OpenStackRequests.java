package io.mercato.connector.openstack;

import io.mercato.domain.cloud.CloudRequest;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DeleteVolume;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.ReadBandwidth;
import io.mercato.domain.cloud.CloudRequest.ResizeServer;
import io.mercato.domain.cloud.CloudRequest.StartServer;
import io.mercato.domain.cloud.CloudRequest.StopServer;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Lays out what a request says in variables, for the steps of its route; the names start with {@code openstack}. */
@Component
public class OpenStackRequests {
    static final String REQUEST = "openstackRequest";
    static final String ACCOUNT = "openstackAccount";
    static final String SERVER = "openstackServer";
    static final String SERVER_ID = "openstackServerId";
    static final String VOLUME_ID = "openstackVolumeId";

    public void open(Exchange exchange, @Body CloudRequest request) {
        exchange.setVariable(REQUEST, request);
        exchange.setVariable(ACCOUNT, request.account());
        serverId(request).ifPresent(id -> exchange.setVariable(SERVER_ID, id));
        volumeId(request).ifPresent(id -> exchange.setVariable(VOLUME_ID, id));
    }

    private static Optional<String> serverId(CloudRequest request) {
        String id = null;
        if (request instanceof DescribeServer describe) {
            id = describe.serverId();
        } else if (request instanceof StartServer start) {
            id = start.serverId();
        } else if (request instanceof StopServer stop) {
            id = stop.serverId();
        } else if (request instanceof ResizeServer resize) {
            id = resize.serverId();
        } else if (request instanceof DeleteServer delete) {
            id = delete.serverId();
        } else if (request instanceof AttachVolume attach) {
            id = attach.serverId();
        } else if (request instanceof ReadBandwidth read) {
            id = read.serverId();
        }
        return Optional.ofNullable(id);
    }

    private static Optional<String> volumeId(CloudRequest request) {
        String id = null;
        if (request instanceof AttachVolume attach) {
            id = attach.volumeId();
        } else if (request instanceof DeleteVolume delete) {
            id = delete.volumeId();
        }
        return Optional.ofNullable(id);
    }
}
