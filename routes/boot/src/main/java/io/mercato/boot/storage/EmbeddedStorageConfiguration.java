package io.mercato.boot.storage;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import io.mercato.connector.s3.S3Account;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** An S3 server in this process, over the folder {@code s3} of the data, with one bucket and one user. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mercato.storage.embedded")
class EmbeddedStorageConfiguration {
    private static final String USER = "mercato";
    private static final String SECRET = "storage";

    @Bean(initMethod = "start", destroyMethod = "stop")
    S3Proxy storageServer(
            PlatformProperties platform, StorageProperties settings, Secrets secrets, Environment environment)
            throws Exception {
        Path folder = platform.folder("s3");
        Files.createDirectories(folder.resolve(environment.getProperty("mercato.s3.bucket", "mercato")));
        return S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + settings.port()))
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .awsAuthentication(AuthenticationType.AWS_V4, USER, secrets.get(SECRET))
                .build();
    }

    @Bean
    S3Account storageAccount(S3Proxy storageServer, Secrets secrets) {
        return new S3Account("http://127.0.0.1:" + storageServer.getPort(), USER, secrets.get(SECRET));
    }
}
