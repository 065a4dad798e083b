package io.mercato.rest.cmw;

import io.mercato.connector.s3.S3Account;
import io.mercato.connector.s3.S3Connector;
import io.mercato.platform.cassetto.OpenObject;
import io.mercato.platform.cassetto.RemoveObjects;
import io.mercato.platform.cassetto.StoreObject;
import io.mercato.platform.error.ErrorPolicies;
import io.mercato.rest.error.MultipartProblems;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Files behind their REST face, on a real database and a real server of S3's API. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.mercato.rest.cmw.file", "io.mercato.platform.cmw.file", "io.mercato.processors.cassetto"})
@Import({
    CmwApi.class,
    StoreObject.class,
    OpenObject.class,
    RemoveObjects.class,
    ErrorPolicies.class,
    S3Connector.class,
    MultipartProblems.class
})
class FileApi {

    @Bean(destroyMethod = "stop")
    Storage storage() throws Exception {
        return new Storage();
    }

    @Bean
    S3Account storageAccount(Storage storage) {
        return new S3Account("http://127.0.0.1:" + storage.port, "key", "secret");
    }

    /** A server that can go away and come back. */
    static final class Storage {
        final Path folder = Files.createTempDirectory("s3");
        private final int port;
        private S3Proxy server;

        Storage() throws Exception {
            Files.createDirectory(folder.resolve("mercato"));
            start(0);
            port = server.getPort();
        }

        void stop() throws Exception {
            server.stop();
        }

        void start() throws Exception {
            start(port);
        }

        private void start(int at) throws Exception {
            server = S3Proxy.builder()
                    .endpoint(URI.create("http://127.0.0.1:" + at))
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                    .build();
            server.start();
        }
    }
}
