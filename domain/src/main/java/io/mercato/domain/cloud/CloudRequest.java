package io.mercato.domain.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is asked of a cloud: the bodies of the connectors' routes. */
public sealed interface CloudRequest {

    CloudAccount account();

    /**
     * Are the flavor, the image and the quota there for one more machine?
     * Answer: {@link CloudAnswer.Prerequisites}.
     *
     * @param flavor name of the cloud's machine size
     * @param image name or id of the cloud's image
     * @param volumeGigabytes size of the data disk, 0 for none
     */
    record CheckPrerequisites(CloudAccount account, Owner owner, String flavor, String image, int volumeGigabytes)
            implements CloudRequest {}

    /** The network that machines stand in: the configured one, or one of the platform's own. Answer: {@link CloudAnswer.Ensured}. */
    record EnsureNetwork(CloudAccount account, Owner owner) implements CloudRequest {}

    /** The customer's public key, in OpenSSH's format. Answer: {@link CloudAnswer.Ensured} with the key's name. */
    record EnsureKey(CloudAccount account, Owner owner, String publicKey) implements CloudRequest {}

    /** A security group that lets these rules in and everything out. Answer: {@link CloudAnswer.Ensured}. */
    record EnsureFirewall(CloudAccount account, Owner owner, List<FirewallRule> rules) implements CloudRequest {}

    /**
     * The machine. Answer: {@link CloudAnswer.Server}, most often still BUILDING.
     *
     * @param flavorId from {@link CloudAnswer.Prerequisites}
     * @param imageId from {@link CloudAnswer.Prerequisites}
     * @param userData cloud-init document, in clear
     * @param metadata further key and value pairs to mark the machine with
     */
    record CreateServer(
            CloudAccount account,
            Owner owner,
            String hostName,
            String flavorId,
            String imageId,
            String networkId,
            String keyName,
            String firewallId,
            String userData,
            Map<String, String> metadata)
            implements CloudRequest {

        /** Without the user data, which hold the application's password, so that it may stand in a log. */
        @Override
        public String toString() {
            return "CreateServer[" + account + ", " + owner + ", " + hostName + ", flavor " + flavorId + ", image "
                    + imageId + "]";
        }
    }

    /** Answer: {@link CloudAnswer.Server}; status GONE when the cloud knows no such machine. */
    record DescribeServer(CloudAccount account, String serverId) implements CloudRequest {}

    /** Answer: {@link CloudAnswer.Server} as it is after the call, most often not yet started. */
    record StartServer(CloudAccount account, String serverId) implements CloudRequest {}

    /** Answer: {@link CloudAnswer.Server} as it is after the call, most often not yet stopped. */
    record StopServer(CloudAccount account, String serverId) implements CloudRequest {}

    /** Moves the machine to another flavor, confirming it when the cloud asks for that. Answer: {@link CloudAnswer.Server}. */
    record ResizeServer(CloudAccount account, String serverId, String flavorId) implements CloudRequest {}

    /** Answer: {@link CloudAnswer.Server}; status GONE once it is away. Key and firewall of the owner go with it. */
    record DeleteServer(CloudAccount account, Owner owner, String serverId) implements CloudRequest {}

    /** The data disk. Asked again it says how far it is. Answer: {@link CloudAnswer.Volume}. */
    record CreateVolume(CloudAccount account, Owner owner, int gigabytes) implements CloudRequest {}

    /** Asked again it says how far it is. Answer: {@link CloudAnswer.Volume}. */
    record AttachVolume(CloudAccount account, String serverId, String volumeId) implements CloudRequest {}

    /** Answer: {@link CloudAnswer.Volume}; status GONE once it is away. */
    record DeleteVolume(CloudAccount account, String volumeId) implements CloudRequest {}

    /** Octets since the machine was created or, where the cloud meters by time, since {@code from}. Answer: {@link CloudAnswer.Bandwidth}. */
    record ReadBandwidth(CloudAccount account, String serverId, Instant from) implements CloudRequest {}

    /** All that carries this platform's mark. Answer: list of {@link CloudAnswer.OwnedResource}. */
    record ListOwnedResources(CloudAccount account, String platform) implements CloudRequest {}

    /** "Test the connection". Answer: {@link CloudAnswer.Verdict}, never an exception for wrong credentials. */
    record VerifyCredentials(CloudAccount account) implements CloudRequest {}
}
