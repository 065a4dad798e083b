package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.EnsureKey;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jclouds.openstack.nova.v2_0.domain.KeyPair;
import org.jclouds.openstack.nova.v2_0.extensions.KeyPairApi;
import org.springframework.stereotype.Component;

/** Customers' public keys. A key's name holds its fingerprint, so that another key is another pair. */
@Component
public class OpenStackKeys {
    private final OpenStackSessions sessions;
    /** Names of keys that were removed with their machine, by account and owner: nothing of them is left to look for. */
    private final Cache<String, String> removed = CacheBuilder.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    OpenStackKeys(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    public Ensured ensure(@Variable(OpenStackRequests.REQUEST) EnsureKey request) {
        String name = name(request.owner(), request.publicKey());
        removed.invalidate(removal(request.account(), request.owner()));
        KeyPairApi api = api(request.account());
        if (translating(() -> api.get(name)) == null) {
            create(api, name, request.publicKey().strip());
        }
        return new Ensured(ResourceKind.KEY, name);
    }

    /** A pair that somebody else made in between holds the same key, for its name says so. */
    private static void create(KeyPairApi api, String name, String publicKey) {
        try {
            translating(() -> api.createWithPublicKey(name, publicKey));
        } catch (CloudException e) {
            if (!e.isTemporary() || translating(() -> api.get(name)) == null) {
                throw e;
            }
        }
    }

    /** Takes away the key that the machine was made with. A machine that runs keeps it in its own files. */
    public OpenStackServer removeOf(
            @Variable(OpenStackRequests.REQUEST) DeleteServer request, @Body OpenStackServer server) {
        if (server.keyName().startsWith(prefix(request.owner()))) {
            KeyPairApi api = api(request.account());
            translating(() -> api.delete(server.keyName()));
            removed.put(removal(request.account(), request.owner()), server.keyName());
        }
        return server;
    }

    /** Takes away the keys of an owner whose machine vanished: nobody can ask it which key it had. */
    void removeLeft(CloudAccount account, Owner owner) {
        if (removed.getIfPresent(removal(account, owner)) != null) {
            return;
        }
        String prefix = prefix(owner);
        KeyPairApi api = api(account);
        List<String> left =
                translating(() -> api.list().transform(KeyPair::getName).toList());
        left.stream().filter(name -> name.startsWith(prefix)).forEach(name -> translating(() -> api.delete(name)));
    }

    private static String removal(CloudAccount account, Owner owner) {
        return account.endpoint() + " " + account.identity() + " " + prefix(owner);
    }

    private static String prefix(Owner owner) {
        return owner.resourceName(ResourceKind.KEY) + "-";
    }

    /** The comment at the end of the key is not part of it. */
    static String name(Owner owner, String publicKey) {
        String[] parts = publicKey.strip().split("\\s+", -1);
        String key = parts.length < 2 ? publicKey.strip() : parts[0] + " " + parts[1];
        String fingerprint =
                Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString();
        return prefix(owner) + fingerprint.substring(0, 12);
    }

    private KeyPairApi api(CloudAccount account) {
        OpenStackSession session = sessions.of(account);
        return translating(() -> session.nova()
                .getKeyPairApi(session.region())
                .toJavaUtil()
                .orElseThrow(() -> OpenStackErrors.serviceMissing("The cloud's Nova has no key pairs")));
    }
}
