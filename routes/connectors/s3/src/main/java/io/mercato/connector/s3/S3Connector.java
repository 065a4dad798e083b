package io.mercato.connector.s3;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** All of this connector; found by a component scan of {@code io.mercato}, or imported by name. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = S3Connector.class)
@EnableConfigurationProperties(S3Settings.class)
public class S3Connector {

    /** @param embedded the account at our own server, which goes before the settings */
    @Bean(destroyMethod = "close")
    S3Client storageS3Client(S3Settings settings, ObjectProvider<S3Account> embedded) {
        S3Account account = embedded.getIfAvailable(
                () -> new S3Account(settings.endpoint(), settings.accessKey(), settings.secretKey()));
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(credentials(account))
                // Many that are not Amazon know none of its newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .overrideConfiguration(calls -> calls.apiCallTimeout(settings.callTimeout())
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(settings.attempts())
                                .build()));
        if (!account.endpoint().isEmpty()) {
            client.endpointOverride(URI.create(account.endpoint()));
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(S3Account account) {
        return account.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(account.accessKey(), account.secretKey()));
    }
}
