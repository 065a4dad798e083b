package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Pages;
import io.mercato.simulator.api.Times;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;

/** Nova's os-keypairs; a user's keys, whatever the project. */
final class KeyPairs {
    private static final String ROOT = "/compute/v2.1/os-keypairs";

    private final CloudState state;

    KeyPairs(CloudState state) {
        this.state = state;
    }

    void register(Router router) {
        router.on("GET", ROOT, "list-keypairs", this::list);
        router.on("POST", ROOT, "create-keypair", this::create);
        router.on("GET", ROOT + "/{name}", "show-keypair", this::show);
        router.on("DELETE", ROOT + "/{name}", "delete-keypair", this::delete);
    }

    private Reply list(Call call) {
        List<KeyPair> own = state.keyPairs.select(
                pair -> pair.userId().equals(call.identity().userId()));
        return Reply.ok(Pages.of(call, "keypairs", own, pair -> object("keypair", view(pair))));
    }

    private static Map<String, Object> view(KeyPair pair) {
        return object("name", pair.name(), "public_key", pair.publicKey(), "fingerprint", pair.fingerprint());
    }

    private KeyPair find(Call call) {
        String name = call.variable("name");
        return state.keyPairs
                .find(KeyPair.id(call.identity().userId(), name))
                .orElseThrow(() -> ApiException.notFound("Keypair " + name + " not found for user "
                        + call.identity().userId()));
    }

    private Reply show(Call call) {
        KeyPair pair = find(call);
        Map<String, Object> view = view(pair);
        view.put("user_id", pair.userId());
        view.put("id", 1 + Math.abs(pair.id().hashCode() % 100_000));
        view.put("created_at", Times.bareMicros(pair.created()));
        view.put("updated_at", null);
        view.put("deleted_at", null);
        view.put("deleted", false);
        return Reply.ok(object("keypair", view));
    }

    private Reply delete(Call call) {
        state.keyPairs.remove(find(call).id());
        return Reply.empty(202);
    }

    private Reply create(Call call) {
        JsonNode body = call.need("keypair");
        String name = Bodies.required(body, "name");
        if (!name.matches("[A-Za-z0-9 _.@-]+")) {
            throw ApiException.badRequest("Keypair data is invalid: Keypair name contains unsafe characters");
        }
        String given = Bodies.text(body, "public_key");
        java.security.KeyPair generated = given == null ? generate() : null;
        String text = given == null ? PublicKeyEntry.toString(generated.getPublic()) : given.strip();
        KeyPair pair = new KeyPair(
                KeyPair.id(call.identity().userId(), name),
                call.identity().userId(),
                name,
                text,
                fingerprint(text),
                Instant.now());
        if (!state.keyPairs.putIfAbsent(pair)) {
            throw ApiException.conflict("Key pair '" + name + "' already exists.");
        }
        Map<String, Object> view = view(pair);
        view.put("user_id", pair.userId());
        if (generated != null) {
            view.put("private_key", privateKey(generated));
        }
        return Reply.ok(object("keypair", view));
    }

    private static String fingerprint(String text) {
        try {
            List<AuthorizedKeyEntry> entries = AuthorizedKeyEntry.readAuthorizedKeys(new StringReader(text), true);
            PublicKey key = entries.size() == 1 ? entries.get(0).resolvePublicKey(null, null) : null;
            if (key != null) {
                return KeyUtils.getFingerPrint(BuiltinDigests.md5, key).substring("MD5:".length());
            }
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            throw (ApiException) ApiException.badRequest("Keypair data is invalid: failed to generate fingerprint")
                    .initCause(broken);
        }
        throw ApiException.badRequest("Keypair data is invalid: failed to generate fingerprint");
    }

    private static java.security.KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String privateKey(java.security.KeyPair pair) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "Generated-by-Nova", null, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("a generated key can't be written", broken);
        }
    }
}
