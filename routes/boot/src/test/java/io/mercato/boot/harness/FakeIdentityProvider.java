package io.mercato.boot.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** What the platform needs of a Keycloak to let bearers of tokens in: the keys, and tokens with the same claims. */
public final class FakeIdentityProvider implements AutoCloseable {
    private static final String AUDIENCE = "mercato-api";
    private static final Duration LIFETIME = Duration.ofHours(2);

    private final RSAKey key;
    private final HttpServer server;

    public FakeIdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
        server.createContext("/keys", this::answerKeys);
        server.start();
    }

    private void answerKeys(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Settings of a platform that trusts this one instead of starting a Keycloak. */
    public Map<String, String> settings() {
        return Map.of(
                "mercato.identity.keycloak.embedded",
                "false",
                "mercato.identity.keycloak.issuer-uri",
                issuer(),
                "mercato.identity.keycloak.jwk-set-uri",
                url() + "/keys",
                "mercato.identity.keycloak.audience",
                AUDIENCE);
    }

    /** Value of an {@code Authorization} header for whoever has this name and this verified address. */
    public String bearer(String name, String email) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("id-of-" + name)
                .audience(AUDIENCE)
                .claim("azp", "mercato-web")
                .claim("preferred_username", name)
                .claim("email", email)
                .claim("email_verified", true)
                .claim("given_name", "Test")
                .claim("family_name", name)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return "Bearer " + token.serialize();
    }

    private String issuer() {
        return url() + "/realms/mercato";
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
