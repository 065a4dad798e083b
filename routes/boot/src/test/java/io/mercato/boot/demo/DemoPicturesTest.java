package io.mercato.boot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.boot.harness.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The demo's pictures, as a visitor of a platform that has just been started finds them. */
@RunningPlatform
@TestPropertySource(properties = "mercato.demo=true")
class DemoPicturesTest {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProducerTemplate camel;

    private JsonNode get(String path) {
        return http.getForObject("/api/" + path, JsonNode.class);
    }

    private ResponseEntity<byte[]> bytes(String path) {
        return http.getForEntity(URI.create(http.getRootUri() + path), byte[].class);
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private void awaitPictures() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> count("cmw.product where logo like '/logos/%'") == 0
                        && count("cassetto.thumbnail") == count("cmw.file where type = 'image/png'") * 3);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Test
    void a_visitor_sees_logos_and_screenshots_of_all_products_and_companies() throws IOException {
        awaitPictures();

        List<JsonNode> products = list(get("product?pageSize=50"));
        assertThat(products).hasSize(10);
        for (JsonNode product : products) {
            assertThat(product.get("files")).as(product.get("name").asText()).hasSize(3);
            JsonNode logo = get(product.at("/files/0/url").asText());
            JsonNode shot = get(product.at("/files/1/url").asText());
            assertThat(logo.get("tag").asText()).isEqualTo("logo");
            assertThat(logo.get("objectUrl")).isEqualTo(product.get("logoUrl"));
            assertThat(logo.get("ownerCompany")).isEqualTo(product.get("company"));
            assertThat(shot.get("alt").asText()).contains(product.get("name").asText());
            assertThat(bytes(logo.get("objectUrl").asText()).getHeaders().getContentType())
                    .hasToString("image/svg+xml");
            assertShown(shot.get("objectUrl").asText());
        }
        List<JsonNode> companies = list(get("company?pageSize=50"));
        assertThat(companies).hasSizeGreaterThan(2).allSatisfy(company -> {
            JsonNode logo = get(company.at("/logoFile/url").asText());
            assertThat(logo.get("objectUrl")).isEqualTo(company.get("logoUrl"));
            assertThat(bytes(company.get("logoUrl").asText()).getStatusCode().value())
                    .isEqualTo(200);
        });
        assertThat(count("cmw.company where logo_file_id is null")).isZero();
    }

    private void assertShown(String url) throws IOException {
        assertThat(width(bytes(url).getBody())).isEqualTo(DemoScreenshot.WIDTH);
        ResponseEntity<byte[]> small = bytes(url + "?width=300");
        assertThat(small.getHeaders().getContentType()).hasToString("image/webp");
        assertThat(width(small.getBody())).isEqualTo(320);
        assertThat(small.getHeaders().getCacheControl()).contains("immutable");
    }

    private static int width(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image)).getWidth();
    }

    @Test
    void another_start_adds_nothing_and_brings_nothing_back_that_was_removed() {
        awaitPictures();
        jdbc.sql("update cmw.product set logo = null where slug = 'broken-on-purpose'")
                .update();
        int files = count("cmw.file");

        camel.sendBody("direct:demo-show-pictures", null);

        assertThat(count("cmw.file")).isEqualTo(files);
        assertThat(count("cmw.product where slug = 'broken-on-purpose' and logo is null"))
                .isEqualTo(1);
    }

    @Test
    void a_screenshot_is_the_same_whenever_it_is_drawn(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one.png");
        Path other = folder.resolve("other.png");
        DemoScreenshot.draw("wiki", DemoScreenshot.View.LIST, java.awt.Color.BLUE, one);
        DemoScreenshot.draw("wiki", DemoScreenshot.View.LIST, java.awt.Color.BLUE, other);

        assertThat(one).hasSameBinaryContentAs(other);
    }
}
