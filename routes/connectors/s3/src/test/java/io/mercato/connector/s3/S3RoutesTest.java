package io.mercato.connector.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.storage.GetObject;
import io.mercato.domain.storage.ListObjects;
import io.mercato.domain.storage.PutObject;
import io.mercato.domain.storage.StoredKey;
import io.mercato.domain.transfer.ByteRange;
import io.mercato.processors.connector.ConnectionVerdict;
import io.mercato.processors.connector.ConnectorDescriptor;
import io.mercato.processors.connector.ConnectorDescriptors;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.assertj.core.groups.Tuple;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Against a real server of S3's API. */
@CamelSpringBootTest
@SpringBootTest(classes = S3RoutesTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class S3RoutesTest {

    /** Without a stereotype, so that the connector's scan of its package does not find it. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(S3Connector.class)
    static class App {

        @Bean(destroyMethod = "stop")
        S3Proxy server() throws Exception {
            Path folder = Files.createTempDirectory("s3");
            Files.createDirectory(folder.resolve("mercato"));
            S3Proxy server = S3Proxy.builder()
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                    .build();
            server.start();
            return server;
        }

        @Bean
        S3Account account(S3Proxy server) {
            return new S3Account("http://127.0.0.1:" + server.getPort(), "key", "secret");
        }
    }

    @Autowired
    private ProducerTemplate camel;

    private void put(String key, byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile("s3", "content"), content);
        camel.sendBody("direct:storage-s3-put", new PutObject(key, file, "text/plain"));
    }

    private byte[] get(String key) throws IOException {
        try (InputStream bytes = camel.requestBody("direct:storage-s3-get", GetObject.whole(key), InputStream.class)) {
            return bytes.readAllBytes();
        }
    }

    @SuppressWarnings("unchecked")
    private List<StoredKey> list(String prefix, String after, int limit) {
        return camel.requestBody("direct:storage-s3-list", new ListObjects(prefix, after, limit), List.class);
    }

    private ErrorKind failure(String key) {
        CamelExecutionException thrown = catchThrowableOfType(
                CamelExecutionException.class, () -> camel.requestBody("direct:storage-s3-get", GetObject.whole(key)));
        return ((MercatoException) Objects.requireNonNull(thrown.getCause())).kind();
    }

    @Test
    void what_was_put_is_got() throws IOException {
        byte[] content = new byte[6_000_000];
        new Random(1).nextBytes(content);

        put("objects/ab/one", content);

        assertThat(get("objects/ab/one")).isEqualTo(content);
    }

    @Test
    void a_part_is_got_without_the_rest() throws IOException {
        put("parts", "0123456789".getBytes());

        assertThat(part("parts", 0, 0)).isEqualTo("0");
        assertThat(part("parts", 3, 6)).isEqualTo("3456");
        assertThat(part("parts", 9, 9)).isEqualTo("9");
    }

    private String part(String key, long first, long last) throws IOException {
        GetObject wanted = new GetObject(key, new ByteRange(first, last));
        try (InputStream bytes = camel.requestBody("direct:storage-s3-get", wanted, InputStream.class)) {
            return new String(bytes.readAllBytes());
        }
    }

    @Test
    void a_second_put_replaces_the_first() throws IOException {
        put("twice", "first".getBytes());
        put("twice", "second".getBytes());

        assertThat(get("twice")).asString().isEqualTo("second");
    }

    @Test
    void what_was_deleted_is_gone_and_may_be_deleted_again() throws IOException {
        put("gone", "x".getBytes());
        camel.sendBody("direct:storage-s3-delete", "gone");
        camel.sendBody("direct:storage-s3-delete", "gone");

        assertThat(failure("gone")).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void keys_are_listed_by_prefix_page_after_page() throws IOException {
        for (String key : List.of("pages/a", "pages/b", "pages/c", "other/d")) {
            put(key, "x".getBytes());
        }

        List<StoredKey> first = list("pages/", "", 2);
        List<StoredKey> second = list("pages/", "pages/b", 2);

        assertThat(first).extracting(StoredKey::key).containsExactly("pages/a", "pages/b");
        assertThat(second).extracting(StoredKey::key).containsExactly("pages/c");
        assertThat(first.get(0).size()).isEqualTo(1);
        assertThat(first.get(0).modifiedAt()).isNotNull();
        assertThat(list("nothing/", "", 10)).isEmpty();
    }

    @Test
    void headers_of_the_caller_are_neither_used_nor_lost() throws IOException {
        put("mine", "x".getBytes());
        Map<String, Object> headers = Map.of("mercatoTenantId", "3", "CamelAwsS3Key", "another");

        Exchange answer = camel.request("direct:storage-s3-get", exchange -> {
            exchange.getMessage().setBody(GetObject.whole("mine"));
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody(String.class)).isEqualTo("x");
        assertThat(answer.getMessage().getHeaders()).isEqualTo(headers);
    }

    @Test
    void a_bucket_that_is_there_passes_the_test_of_the_connection() {
        assertThat(camel.requestBody("direct:storage-s3-verify", "", ConnectionVerdict.class))
                .isEqualTo(new ConnectionVerdict(true, "The bucket mercato is there"));
    }

    @Test
    void the_descriptor_is_found_and_has_no_problems() {
        assertThat(ConnectorDescriptors.load(getClass().getClassLoader()))
                .extracting(ConnectorDescriptor::kind, ConnectorDescriptor::name)
                .contains(Tuple.tuple("storage", "s3"));
    }

    @Test
    void nothing_that_may_stand_in_a_log_holds_the_keys() {
        assertThat(new S3Account("http://x", "key", "hush").toString()).doesNotContain("hush", "key");
    }
}
