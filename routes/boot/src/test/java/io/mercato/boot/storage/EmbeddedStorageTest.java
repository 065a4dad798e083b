package io.mercato.boot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import io.mercato.connector.s3.S3Account;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmbeddedStorageTest {
    @TempDir
    private Path data;

    private ApplicationContextRunner platform() {
        return new ApplicationContextRunner()
                .withBean(PlatformProperties.class, () -> new PlatformProperties(data, false))
                .withBean(StorageProperties.class, () -> new StorageProperties(true, 0))
                .withBean(Secrets.class)
                .withPropertyValues("mercato.storage.embedded=true", "mercato.s3.bucket=files")
                .withUserConfiguration(EmbeddedStorageConfiguration.class);
    }

    private static S3Client client(S3Account account, String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create(account.endpoint()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(ApacheHttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(account.accessKey(), secret)))
                .build();
    }

    @Test
    void what_was_put_is_there_after_a_restart() {
        platform().run(context -> {
            S3Account account = context.getBean(S3Account.class);
            try (S3Client s3 = client(account, account.secretKey())) {
                s3.putObject(put -> put.bucket("files").key("a/b"), RequestBody.fromString("kept"));
            }
        });

        platform().run(context -> {
            S3Account account = context.getBean(S3Account.class);
            try (S3Client s3 = client(account, account.secretKey())) {
                assertThat(s3.getObjectAsBytes(get -> get.bucket("files").key("a/b"))
                                .asUtf8String())
                        .isEqualTo("kept");
            }
        });
    }

    @Test
    void nobody_comes_in_without_the_key() {
        platform().run(context -> {
            try (S3Client s3 = client(context.getBean(S3Account.class), "guessed")) {
                assertThatThrownBy(() ->
                                s3.getObjectAsBytes(get -> get.bucket("files").key("a/b")))
                        .isInstanceOfSatisfying(
                                S3Exception.class,
                                e -> assertThat(e.statusCode()).isEqualTo(403));
            }
        });
    }

    @Test
    void another_storage_keeps_ours_from_starting() {
        platform()
                .withPropertyValues("mercato.storage.embedded=false")
                .run(context -> assertThat(context).doesNotHaveBean(S3Account.class));
    }
}
