package io.mercato.boot.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Tokens with the claims that Keycloak writes, under a key of the test. */
final class TestTokens {
    static final RSAKey KEY = newKey();

    private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    private RSAKey key = KEY;

    private TestTokens() {}

    static TestTokens of(String issuer, String name) {
        return new TestTokens()
                .claim("iss", issuer)
                .claim("sub", "keycloak-id-of-" + name)
                .claim("aud", "mercato-api")
                .claim("azp", "mercato-web")
                .claim("preferred_username", name)
                .claim("email", name + DemoUsers.MAIL_DOMAIN)
                .claim("email_verified", true)
                .claim("given_name", "Demo")
                .claim("family_name", name)
                .claim("exp", Date.from(Instant.now().plusSeconds(300)));
    }

    TestTokens claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    TestTokens expiredAnHourAgo() {
        return claim("exp", Date.from(Instant.now().minusSeconds(3600)));
    }

    TestTokens signedByAnotherKey() {
        key = newKey();
        return this;
    }

    String sign() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
