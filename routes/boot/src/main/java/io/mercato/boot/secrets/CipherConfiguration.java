package io.mercato.boot.secrets;

import io.mercato.processors.crypto.SecretCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the platform keeps secret is encrypted with the secret {@code encryption-key}. */
@Configuration(proxyBeanMethods = false)
class CipherConfiguration {

    @Bean
    SecretCipher secretCipher(Secrets secrets) {
        return new SecretCipher(secrets.get("encryption-key"));
    }
}
