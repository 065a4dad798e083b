package io.mercato.boot.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.mercato.boot.keycloak.KeycloakAccess;
import io.mercato.boot.keycloak.KeycloakProperties;
import io.mercato.domain.identity.UserDirectory.KeycloakIdentity;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks Keycloak for a token in the user's name (direct grant) and reads out of it who he is. Not tried again on failure:
 * each try counts for Keycloak's protection against guessing, and the client can repeat its request.
 */
@Component
class KeycloakPasswordCheck implements PasswordCheck {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakPasswordCheck.class);

    private final KeycloakAccess keycloak;
    private final RestClient http;

    KeycloakPasswordCheck(KeycloakAccess keycloak, KeycloakProperties settings) {
        this.keycloak = keycloak;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public Optional<KeycloakIdentity> check(String login, String password) {
        try {
            TokenAnswer answer = http.post()
                    .uri(keycloak.tokenUri())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form(login, password))
                    .retrieve()
                    .body(TokenAnswer.class);
            return Optional.of(identity(answer));
        } catch (HttpClientErrorException e) {
            return refused(e);
        } catch (RestClientException | ParseException e) {
            throw new KeycloakUnavailableException("Keycloak cannot check a password: " + e.getMessage(), e);
        }
    }

    /** 400 and 401 with {@code invalid_grant} are about the user; anything else is about ourselves. */
    private static Optional<KeycloakIdentity> refused(HttpClientErrorException e) {
        boolean aboutTheUser = e.getResponseBodyAsString().contains("invalid_grant")
                && (e.getStatusCode() == HttpStatus.UNAUTHORIZED || e.getStatusCode() == HttpStatus.BAD_REQUEST);
        if (aboutTheUser) {
            LOG.debug("Keycloak refuses a password: {}", e.getResponseBodyAsString());
            return Optional.empty();
        }
        throw new KeycloakUnavailableException("Keycloak refuses the platform itself: " + e.getStatusCode(), e);
    }

    private MultiValueMap<String, String> form(String login, String password) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "password");
        form.add("client_id", keycloak.clientId());
        form.add("client_secret", keycloak.clientSecret());
        form.add("scope", "openid email profile");
        form.add("username", login);
        form.add("password", password);
        return form;
    }

    /** Its signature is not looked at: it came straight from Keycloak, over our own connection. */
    private static KeycloakIdentity identity(TokenAnswer answer) throws ParseException {
        if (answer == null || answer.accessToken() == null) {
            throw new ParseException("there is no token in the answer", 0);
        }
        JWTClaimsSet claims = SignedJWT.parse(answer.accessToken()).getJWTClaimsSet();
        return KeycloakIdentities.of(claims.getClaims());
    }

    private record TokenAnswer(@JsonProperty("access_token") String accessToken) {

        @Override
        public String toString() {
            return "TokenAnswer";
        }
    }
}
