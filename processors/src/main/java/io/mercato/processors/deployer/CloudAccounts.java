package io.mercato.processors.deployer;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.error.ErrorKind;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** The accounts as the clouds' connectors want them: with their secrets in clear, in memory only. */
@Component
public class CloudAccounts {
    private static final String KEEP_FAILED = "keepFailed";
    private static final String SSH_PORT = "sshPort";

    private final CloudAccountStore store;
    private final SecretCipher cipher;
    private final Json json;
    private final DeployerProperties properties;

    public CloudAccounts(CloudAccountStore store, SecretCipher cipher, Json json, DeployerProperties properties) {
        this.store = store;
        this.cipher = cipher;
        this.json = json;
        this.properties = properties;
    }

    /** @throws CloudException RETRYABLE while the account has not arrived here yet */
    public CloudAccount of(@Variable("deployment") Deployment deployment) {
        return open(find(deployment));
    }

    /** One that came by message; its toString, as of all of them, does not tell the secret. */
    public CloudAccount open(CloudAccountChanged account) {
        Credentials credentials = json.read(
                cipher.decrypt(account.encryptedSecret(), "cloudCredential/" + account.credentialId()),
                Credentials.class);
        return new CloudAccount(
                account.connector(),
                account.providerId(),
                account.endpoint(),
                account.region(),
                credentials.identity(),
                credentials.secret(),
                account.options());
    }

    /** Those that are in use, still closed. */
    public List<CloudAccountChanged> all() {
        return store.all();
    }

    /** Port on which machines of this account answer SSH. */
    public static int sshPort(CloudAccount account) {
        return Integer.parseInt(account.option(SSH_PORT, "22"));
    }

    public int sshPort(Deployment deployment) {
        return Integer.parseInt(find(deployment).options().getOrDefault(SSH_PORT, "22"));
    }

    /** Whether a build of this deployment that fails is kept for inspection. */
    public boolean isFailedKept(Deployment deployment) {
        return store.find(deployment.spec().credentialId())
                .map(account -> account.options().get(KEEP_FAILED))
                .map(Boolean::parseBoolean)
                .orElse(properties.keepFailed());
    }

    private CloudAccountChanged find(Deployment deployment) {
        int credential = deployment.spec().credentialId();
        return store.find(credential)
                .orElseThrow(() -> new CloudException(
                        ErrorKind.RETRYABLE,
                        "cloud-account-unknown",
                        "The cloud account " + credential + " is not known yet",
                        null));
    }

    private record Credentials(String identity, String secret) {}
}
