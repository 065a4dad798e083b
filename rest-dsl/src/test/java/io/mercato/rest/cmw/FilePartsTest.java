package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.processors.cassetto.SampleFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Parts of files, asked for by range. */
class FilePartsTest extends FileCalls {

    private ResponseEntity<byte[]> part(Principal who, String url, String range, String ifRange) {
        return bytes(who, HttpMethod.GET, url, headers -> {
            headers.set("Range", range);
            if (ifRange != null) {
                headers.set("If-Range", ifRange);
            }
        });
    }

    private List<String> everyAddress(byte[] image, byte[] manual) {
        String shot =
                upload(vendor, "/productImageFile", "a.png", image).is(201).text("/objectUrl");
        Answer file = upload(vendor, "/file", "a.pdf", manual).is(201);
        int logo = upload(vendor, "/companyLogoFile", "a.png", image).is(201).id();
        int shown = upload(customer, "/publicUserFile", "a.png", image).is(201).id();
        patch(vendor, "/file/" + file.id(), shownWith(product(vendor, true))).is(204);
        return List.of(
                shot,
                file.text("/objectUrl"),
                "/api/file/" + file.id() + "/static",
                "/api/companyLogoFile/" + logo + "/static",
                "/api/publicUserFile/" + shown + "/static");
    }

    @Test
    void every_address_of_bytes_answers_a_part() {
        byte[] image = SampleFiles.png(30, 20);
        byte[] manual = SampleFiles.pdf();
        for (String url : everyAddress(image, manual)) {
            byte[] whole = url.contains("/file/") ? manual : image;

            ResponseEntity<byte[]> all = bytes(Principal.ANONYMOUS, url);
            assertThat(all.getStatusCode().value()).as(url).isEqualTo(200);
            assertThat(all.getHeaders().getFirst("Accept-Ranges")).as(url).isEqualTo("bytes");

            ResponseEntity<byte[]> answer = part(Principal.ANONYMOUS, url, "bytes=4-9", null);
            HttpHeaders headers = answer.getHeaders();
            assertThat(answer.getStatusCode().value()).as(url).isEqualTo(206);
            assertThat(answer.getBody()).as(url).isEqualTo(Arrays.copyOfRange(whole, 4, 10));
            assertThat(headers.getFirst("Content-Range")).isEqualTo("bytes 4-9/" + whole.length);
            assertThat(headers.getContentLength()).isEqualTo(6);
            assertThat(headers.getETag()).isEqualTo(all.getHeaders().getETag());
            assertThat(headers.getCacheControl()).isEqualTo(all.getHeaders().getCacheControl());
            assertThat(headers.getContentType()).isEqualTo(all.getHeaders().getContentType());
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");

            assertThat(part(customer, url, "bytes=-3", null).getBody())
                    .isEqualTo(Arrays.copyOfRange(whole, whole.length - 3, whole.length));
            assertThat(part(customer, url, "bytes=0-", null).getBody()).isEqualTo(whole);
        }
    }

    @Test
    void a_part_behind_the_end_is_refused_with_how_many_bytes_there_are() {
        byte[] manual = SampleFiles.pdf();
        for (String url : everyAddress(SampleFiles.png(3, 3), manual)) {
            ResponseEntity<byte[]> answer = part(customer, url, "bytes=9000000-", null);

            assertThat(answer.getStatusCode().value()).as(url).isEqualTo(416);
            assertThat(answer.getHeaders().getFirst("Content-Range")).matches("bytes \\*/\\d+");
            assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
            assertThat(String.valueOf(answer.getHeaders().getCacheControl()))
                    .as(url)
                    .doesNotContain("immutable");
            assertThat(new String(answer.getBody())).contains("range-not-satisfiable-%size%");
        }
    }

    @Test
    void a_part_goes_on_with_the_same_bytes_only() {
        String url = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/objectUrl");
        String tag = bytes(customer, url).getHeaders().getETag();

        assertThat(part(customer, url, "bytes=1-2", tag).getStatusCode().value())
                .isEqualTo(206);
        ResponseEntity<byte[]> other = part(customer, url, "bytes=1-2", "\"other\"");
        assertThat(other.getStatusCode().value()).isEqualTo(200);
        assertThat(other.getBody()).isEqualTo(SampleFiles.pdf());
        assertThat(other.getHeaders().containsKey("Content-Range")).isFalse();
    }

    @Test
    void several_parts_and_what_means_nothing_are_answered_with_everything() {
        String url = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/objectUrl");

        for (String range : List.of("bytes=0-1,4-5", "lines=1-2", "bytes=5-4", "bytes=x")) {
            ResponseEntity<byte[]> answer = part(customer, url, range, null);
            assertThat(answer.getStatusCode().value()).as(range).isEqualTo(200);
            assertThat(answer.getBody()).as(range).isEqualTo(SampleFiles.pdf());
        }
    }

    @Test
    void a_client_that_has_the_bytes_is_told_so_whatever_part_it_asks_for() {
        String url = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/objectUrl");
        String tag = bytes(customer, url).getHeaders().getETag();

        ResponseEntity<byte[]> answer = bytes(customer, HttpMethod.GET, url, headers -> {
            headers.set("Range", "bytes=900000-");
            headers.setIfNoneMatch(List.of("\"other\"", "W/" + tag));
        });

        assertThat(answer.getStatusCode().value()).isEqualTo(304);
        assertThat(answer.getHeaders().getETag()).isEqualTo(tag);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void the_headers_alone_are_those_of_the_whole() {
        String url = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/objectUrl");

        ResponseEntity<byte[]> answer =
                bytes(customer, HttpMethod.HEAD, url, headers -> headers.set("Range", "bytes=900000-"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getFirst("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.getHeaders().containsKey("Content-Range")).isFalse();
    }

    @Test
    void a_part_of_a_private_file_is_nobody_elses_either() {
        int product = product(vendor, true);
        Answer file = upload(vendor, "/file?tag=private", "a.txt", SampleFiles.text(unique("secret ")))
                .is(201);
        patch(vendor, "/file/" + file.id(), shownWith(product)).is(204);
        String url = "/api/file/" + file.id() + "/static";

        assertThat(part(rival, url, "bytes=0-3", null).getStatusCode().value()).isEqualTo(404);
        ResponseEntity<byte[]> own = part(vendor, url, "bytes=0-3", null);
        assertThat(own.getStatusCode().value()).isEqualTo(206);
        assertThat(own.getHeaders().getCacheControl()).isEqualTo("private, no-cache");
    }

    @Test
    void a_large_file_is_had_in_pieces() {
        byte[] zip = SampleFiles.zip(SampleFiles.noise(3_000_000, 5));
        String url = upload(vendor, "/file", "a.zip", zip).is(201).text("/objectUrl");
        byte[] joined = new byte[zip.length];

        for (int first = 0; first < zip.length; first += 1_000_000) {
            byte[] piece = part(customer, url, "bytes=" + first + "-" + (first + 999_999), null)
                    .getBody();
            System.arraycopy(piece, 0, joined, first, piece.length);
        }

        assertThat(joined).isEqualTo(zip);
    }
}
