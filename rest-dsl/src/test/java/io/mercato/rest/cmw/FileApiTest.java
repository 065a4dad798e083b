package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cassetto.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

class FileApiTest extends FileCalls {

    private long uploadsLeftBehind() {
        try (Stream<Path> files = Files.walk(Path.of("target/tomcat-files"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("upload_.*|[0-9a-f-]{36}"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_vendor_sends_a_file_and_shows_it_with_its_product() {
        int product = product(vendor, true);

        Answer made = upload(vendor, "/file?tag=manual&weight=3", "Über uns.pdf", SampleFiles.pdf())
                .is(201);

        String path = "/file/" + made.id();
        assertThat(made.response().getHeaders().getFirst("Location")).isEqualTo("/api" + path);
        assertThat(made.text("/self")).isEqualTo("file/" + made.id());
        assertThat(made.text("/originalFilename")).isEqualTo("Über uns.pdf");
        assertThat(made.text("/ownerCompany/url")).isEqualTo("company/" + vendor.companyId());
        assertThat(made.text("/tag")).isEqualTo("manual");
        assertThat(made.body().get("weight").asInt()).isEqualTo(3);
        assertThat(made.body().get("size").asInt()).isEqualTo(SampleFiles.pdf().length);
        assertThat(made.text("/sha512")).hasSize(128);
        assertThat(made.text("/loadDate")).endsWith("Z");
        assertThat(made.text("/objectUrl")).matches("/api/file/static/[0-9a-f]{64}\\.pdf");
        get(customer, path).is(404);

        patch(vendor, path, shownWith(product)).is(204);

        get(customer, path).is(200);
        assertThat(get(Principal.ANONYMOUS, "/file?productId=" + product).body())
                .hasSize(1);
        assertThat(get(customer, "/file?productId=" + product + "&tag=MANUAL").body())
                .hasSize(1);
        assertThat(get(customer, "/file?productId=" + product + "&tag=other").body())
                .isEmpty();
        assertThat(bytes(customer, "/api" + path + "/static").getBody()).isEqualTo(SampleFiles.pdf());
    }

    @Test
    void what_everybody_may_have_is_kept_by_caches_for_ever() {
        Answer made = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201);
        String url = made.text("/objectUrl");

        ResponseEntity<byte[]> first = bytes(Principal.ANONYMOUS, url);

        HttpHeaders headers = first.getHeaders();
        assertThat(first.getBody()).isEqualTo(SampleFiles.pdf());
        assertThat(headers.getContentType()).hasToString("application/pdf");
        assertThat(headers.getContentLength()).isEqualTo(SampleFiles.pdf().length);
        assertThat(headers.getCacheControl()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getContentDisposition().isInline()).isTrue();
        assertThat(url).contains(headers.getETag().replace("\"", ""));

        ResponseEntity<byte[]> second =
                bytes(Principal.ANONYMOUS, HttpMethod.GET, url, sent -> sent.setIfNoneMatch(headers.getETag()));
        assertThat(second.getStatusCode().value()).isEqualTo(304);
        assertThat(second.getBody()).isNull();
        assertThat(second.getHeaders().getCacheControl()).contains("immutable");

        ResponseEntity<byte[]> head = bytes(Principal.ANONYMOUS, HttpMethod.HEAD, url, sent -> {});
        assertThat(head.getStatusCode().value()).isEqualTo(200);
        assertThat(head.getBody()).isNull();
        assertThat(head.getHeaders().getETag()).isEqualTo(headers.getETag());
    }

    @Test
    void an_svg_is_shown_where_nothing_in_it_can_run_and_an_archive_is_saved() {
        byte[] svg = SampleFiles.svg("<path d='M0 0h9'/>");
        byte[] zip = SampleFiles.zip(SampleFiles.text("words"));
        String logo = upload(vendor, "/productImageFile", "a.svg", svg).is(201).text("/objectUrl");
        String archive = upload(vendor, "/file", "ä \"b\".zip", zip).is(201).text("/objectUrl");

        HttpHeaders shown = bytes(customer, logo).getHeaders();
        HttpHeaders saved = bytes(customer, archive).getHeaders();

        assertThat(shown.getContentType()).hasToString("image/svg+xml");
        assertThat(shown.getFirst("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(saved.getContentDisposition().isAttachment()).isTrue();
        assertThat(saved.getContentDisposition().getFilename()).isEqualTo("ä \"b\".zip");
    }

    @Test
    void what_is_not_taken_is_named() {
        Answer pdf = upload(vendor, "/companyLogoFile", "logo.png", SampleFiles.pdf());
        pdf.fails(422, "unsupported-file-type-%detected%-%supported%");
        JsonNode holder = pdf.body().at("/errorHolders/0");
        assertThat(holder.get("error").asText()).isEqualTo("Unsupported file type: application/pdf");
        assertThat(holder.at("/extraFields/detected").asText()).isEqualTo("application/pdf");
        assertThat(holder.at("/extraFields/supported").asText()).contains("image/png", "image/webp");

        upload(vendor, "/productImageFile", "logo.png", SampleFiles.program()).fails(422, "application/x-msdownload");
        upload(vendor, "/productImageFile", "logo.png", SampleFiles.pngBomb(60_000, 60_000))
                .fails(422, "60000 × 60000 pixels");
        upload(vendor, "/productImageFile", "logo.svg", SampleFiles.svg("<script>alert(1)</script>"))
                .fails(422, "element script");
        upload(vendor, "/file", "a.zip", SampleFiles.zipBomb(30_000_000)).fails(422, "too large for its size");
        upload(vendor, "/productImageFile", "logo.png", SampleFiles.noise(6_000_000, 1))
                .fails(422, "unsupported");
        upload(customer, "/publicUserFile", "a.gif", SampleFiles.image("gif", 5, 5))
                .fails(422, "image/gif");
        upload(vendor, "/file", "a.pdf", new byte[0]).fails(422, "empty");
    }

    @Test
    void a_call_without_one_file_is_malformed() {
        upload(
                        vendor,
                        "/file",
                        List.of(
                                new Part("one", "a.pdf", SampleFiles.pdf()),
                                new Part("two", "b.pdf", SampleFiles.pdf())))
                .fails(400, "one file");
        upload(vendor, "/file?weight=heavy", "a.pdf", SampleFiles.pdf()).fails(400, "weight");
        upload(vendor, "/file?tag=" + "x".repeat(126), "a.pdf", SampleFiles.pdf())
                .fails(400, "tag");
        post(vendor, "/file", "{}").is(415);
        HttpHeaders broken = new HttpHeaders();
        broken.set("Content-Type", "multipart/form-data");
        api.caller = vendor;
        ResponseEntity<String> answer = http.exchange(
                URI.create(http.getRootUri() + "/api/file"),
                HttpMethod.POST,
                new HttpEntity<>("no parts".getBytes(StandardCharsets.UTF_8), broken),
                String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("errorHolders");
    }

    @Test
    void a_name_never_leads_out_of_its_folder() {
        assertThat(upload(vendor, "/file", "../../etc/passwd", SampleFiles.pdf())
                        .is(201)
                        .text("/originalFilename"))
                .isEqualTo("passwd");
    }

    @Test
    void nothing_of_a_call_stays_behind_whatever_became_of_it() {
        upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201);
        upload(customer, "/file", "a.pdf", SampleFiles.pdf()).is(403);
        upload(Principal.ANONYMOUS, "/file", "a.pdf", SampleFiles.pdf()).is(401);
        upload(vendor, "/companyLogoFile", "a.pdf", SampleFiles.pdf()).is(422);
        upload(
                        vendor,
                        "/file",
                        List.of(
                                new Part("one", "a.pdf", SampleFiles.pdf()),
                                new Part("two", "b.pdf", SampleFiles.pdf())))
                .is(400);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(uploadsLeftBehind()).isZero());
    }

    @Test
    void while_the_storage_is_away_the_client_is_told_to_come_back_and_nothing_is_kept() throws Exception {
        byte[] content = SampleFiles.text(unique("words that nobody has sent before "));
        String known =
                upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).text("/objectUrl");
        int files =
                jdbc.sql("select count(*) from cmw.file").query(Integer.class).single();
        int objects = jdbc.sql("select count(*) from cassetto.object")
                .query(Integer.class)
                .single();
        storage.stop();
        try {
            upload(vendor, "/file", "a.txt", content).fails(503, "object storage");
            assertThat(bytes(customer, known).getStatusCode().value()).isEqualTo(503);
        } finally {
            storage.start();
        }
        assertThat(jdbc.sql("select count(*) from cmw.file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(files);
        assertThat(jdbc.sql("select count(*) from cassetto.object")
                        .query(Integer.class)
                        .single())
                .isEqualTo(objects);
        upload(vendor, "/file", "a.txt", content).is(201);
        assertThat(bytes(customer, known).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void a_private_file_is_for_its_vendor_and_for_who_has_bought_the_product() {
        int product = product(vendor, true);
        byte[] licence = SampleFiles.text(unique("licence "));
        Answer made =
                upload(vendor, "/file?tag=private", "licence.txt", licence).is(201);
        patch(vendor, "/file/" + made.id(), shownWith(product).replace("{'product'", "{'tag': 'private', 'product'"))
                .is(204);
        String url = made.text("/objectUrl");
        String named = "/api/file/static/"
                + jdbc.sql("select name from cmw.file where id = ?")
                        .param(made.id())
                        .query(String.class)
                        .single();

        assertThat(url).isEqualTo("/api/file/" + made.id() + "/static");
        for (Principal who : List.of(Principal.ANONYMOUS, customer, rival)) {
            get(who, "/file/" + made.id()).is(404);
            assertThat(bytes(who, url).getStatusCode().value()).isEqualTo(404);
            assertThat(bytes(who, named).getStatusCode().value()).isEqualTo(404);
            assertThat(get(who, "/file?productId=" + product).body()).isEmpty();
        }
        buys(customer, product, "DEPLOYED");
        buys(stranger, product, "UNDEPLOYED");

        for (Principal who : List.of(vendor, supervisor, admin, customer)) {
            ResponseEntity<byte[]> answer = bytes(who, url);
            assertThat(answer.getBody()).isEqualTo(licence);
            assertThat(answer.getHeaders().getCacheControl()).isEqualTo("private, no-cache");
            assertThat(bytes(who, named).getHeaders().getCacheControl()).isEqualTo("private, no-cache");
        }
        assertThat(bytes(stranger, url).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void the_same_bytes_that_one_shows_to_everybody_may_be_had_by_their_name() {
        byte[] words = SampleFiles.text(unique("shared "));
        upload(vendor, "/file?tag=private", "a.txt", words).is(201);
        String open = upload(rival, "/file", "b.txt", words).is(201).text("/objectUrl");

        assertThat(bytes(customer, open).getHeaders().getCacheControl()).startsWith("public");
    }

    @Test
    void a_file_is_written_by_its_vendor_and_by_administrators_only() {
        int product = product(vendor, true);
        int file = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).id();
        patch(vendor, "/file/" + file, shownWith(product)).is(204);

        patch(customer, "/file/" + file, "{'tag': 'x'}").is(403);
        patch(rival, "/file/" + file, "{'tag': 'x'}").is(403);
        patch(supervisor, "/file/" + file, "{'tag': 'x'}").is(403);
        delete(rival, "/file/" + file).is(403);
        delete(Principal.ANONYMOUS, "/file/" + file).is(401);
        patch(admin, "/file/" + file, "{'tag': 'x', 'weight': 9, 'title': 'T'}").is(204);
        Answer read = get(vendor, "/file/" + file).is(200);
        assertThat(read.text("/tag")).isEqualTo("x");
        assertThat(read.text("/product/url")).isEqualTo("product/" + product);
        patch(vendor, "/file/" + file, "{'title': '" + "x".repeat(126) + "'}").fails(400, "title");
        patch(vendor, "/file/" + file, "{'product': {'url': 'company/1'}}").fails(400, "product");
        patch(vendor, "/file/" + file, "{'productNulled': true}").is(204);
        get(customer, "/file/" + file).is(404);
        delete(vendor, "/file/" + file).is(204);
        get(vendor, "/file/" + file).is(404);
        delete(vendor, "/file/" + file).is(404);
    }

    @Test
    void a_file_goes_with_a_product_of_its_company_only() {
        int product = product(vendor, true);
        int foreign = upload(rival, "/productImageFile", "a.png", SampleFiles.png(4, 4))
                .is(201)
                .id();
        int given = upload(admin, "/productImageFile", "b.png", SampleFiles.png(4, 4))
                .is(201)
                .id();

        patch(rival, "/productImageFile/" + foreign, shownWith(product)).fails(422, "product/" + product);
        patch(rival, "/productImageFile/" + foreign, shownWith(999999)).fails(422, "product/999999");
        get(vendor, "/productImageFile/" + given).is(404);
        patch(admin, "/productImageFile/" + given, shownWith(product)).is(204);
        assertThat(get(vendor, "/productImageFile/" + given).is(200).text("/ownerCompany/url"))
                .isEqualTo("company/" + vendor.companyId());
    }

    @Test
    void the_image_that_is_tagged_so_is_the_products_logo() {
        int product = product(vendor, true);
        Answer first = upload(vendor, "/productImageFile", "a.png", SampleFiles.png(30, 30))
                .is(201);
        Answer shot = upload(vendor, "/productImageFile", "b.png", SampleFiles.png(40, 30))
                .is(201);
        patch(vendor, "/productImageFile/" + first.id(), shownWith(product).replace("}}", "}, 'tag': 'LOGO'}"))
                .is(204);
        patch(vendor, "/productImageFile/" + shot.id(), shownWith(product)).is(204);

        String logo = get(Principal.ANONYMOUS, "/product/" + product).text("/logoUrl");
        assertThat(logo).isEqualTo(first.text("/objectUrl"));
        assertThat(bytes(Principal.ANONYMOUS, logo).getBody()).isEqualTo(SampleFiles.png(30, 30));
        assertThat(get(customer, "/productImageFile?productId=" + product).body())
                .hasSize(2);

        delete(vendor, "/productImageFile/" + first.id()).is(204);
        assertThat(get(customer, "/product/" + product).body().has("logoUrl")).isFalse();
    }

    @Test
    void a_logo_that_came_with_the_catalogue_stays_until_there_is_another() {
        int product = product(vendor, true);
        jdbc.sql("update cmw.product set logo = '/logos/wiki.svg' where id = ?")
                .param(product)
                .update();
        int shot = upload(vendor, "/productImageFile", "b.png", SampleFiles.png(40, 31))
                .is(201)
                .id();
        patch(vendor, "/productImageFile/" + shot, shownWith(product)).is(204);

        assertThat(get(customer, "/product/" + product).text("/logoUrl")).isEqualTo("/logos/wiki.svg");
    }

    @Test
    void the_newest_logo_stands_with_its_company() {
        int first = upload(vendor, "/companyLogoFile", "a.png", SampleFiles.png(5, 5))
                .is(201)
                .id();
        Answer second = upload(vendor, "/companyLogoFile", "b.png", SampleFiles.png(6, 6))
                .is(201);

        Answer company = get(Principal.ANONYMOUS, "/company/" + vendor.companyId());
        assertThat(logo(vendor)).isEqualTo(second.text("/objectUrl"));
        assertThat(get(vendor, "/company/" + vendor.companyId()).text("/logoFile/url"))
                .isEqualTo("companyLogoFile/" + second.id());
        assertThat(bytes(Principal.ANONYMOUS, second.text("/objectUrl")).getBody())
                .isEqualTo(SampleFiles.png(6, 6));
        assertThat(company.response().getStatusCode().value()).isIn(200, 401, 403, 404);
        patch(vendor, "/companyLogoFile/" + second.id() + "?language=it", "{'alt': 'Il logo'}")
                .is(204);
        patch(vendor, "/companyLogoFile/" + second.id(), "{'alt': 'The logo'}").is(204);
        assertThat(get(customer, "/companyLogoFile/" + second.id() + "?language=it")
                        .text("/alt"))
                .isEqualTo("Il logo");
        assertThat(get(customer, "/companyLogoFile/" + second.id()).text("/alt"))
                .isEqualTo("The logo");
        patch(rival, "/companyLogoFile/" + second.id(), "{'alt': 'x'}").is(403);

        delete(vendor, "/companyLogoFile/" + second.id()).is(204);
        assertThat(logo(vendor)).isEqualTo("/api/companyLogoFile/" + first + "/static");
        delete(vendor, "/companyLogoFile/" + first).is(204);
        assertThat(logo(vendor)).isNull();
        assertThat(get(vendor, "/company/" + vendor.companyId()).body().has("logoFile"))
                .isFalse();
        upload(customer, "/companyLogoFile", "a.png", SampleFiles.png(5, 5)).fails(422, "no-company");
    }

    private String logo(Principal of) {
        return jdbc.sql("select logo from cmw.company where id = ?")
                .param(of.companyId())
                .query((row, index) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    @Test
    void what_a_user_shows_to_everybody_is_his_alone() {
        Answer made = upload(customer, "/publicUserFile", "me.png", SampleFiles.png(7, 7))
                .is(201);
        String path = "/publicUserFile/" + made.id();

        assertThat(get(Principal.ANONYMOUS, path).is(200).text("/objectUrl")).isEqualTo("/api" + path + "/static");
        assertThat(bytes(Principal.ANONYMOUS, "/api" + path + "/static").getBody())
                .isEqualTo(SampleFiles.png(7, 7));
        delete(stranger, path).is(403);
        delete(customer, path).is(204);
        get(customer, path).is(404);
        assertThat(bytes(customer, "/api" + path + "/static").getStatusCode().value())
                .isEqualTo(404);
        upload(Principal.ANONYMOUS, "/publicUserFile", "me.png", SampleFiles.png(7, 7))
                .is(401);
    }

    @Test
    void cassetto_hears_who_holds_what_in_the_same_transaction() {
        int file = upload(vendor, "/file", "a.pdf", SampleFiles.pdf()).is(201).id();
        delete(vendor, "/file/" + file).is(204);

        assertThat(jdbc.sql("select type from cmw.outbox where aggregate = ? order by id")
                        .param("file/" + file)
                        .query(String.class)
                        .list())
                .containsExactly("KeepObject", "ReleaseObject");
    }

    @Test
    void a_wish_for_a_width_makes_sense_or_is_refused() {
        Answer image = upload(vendor, "/productImageFile", "a.png", SampleFiles.png(50, 50))
                .is(201);
        String url = image.text("/objectUrl");

        assertThat(bytes(customer, url + "?width=32").getStatusCode().value()).isEqualTo(200);
        assertThat(bytes(customer, url + "?width=0").getStatusCode().value()).isEqualTo(400);
        assertThat(bytes(customer, url + "?width=wide").getStatusCode().value()).isEqualTo(400);
        assertThat(bytes(customer, "/api/file/static/nothing").getStatusCode().value())
                .isEqualTo(404);
        assertThat(bytes(customer, "/api/file/999999/static").getStatusCode().value())
                .isEqualTo(404);
        assertThat(bytes(customer, url.replace("productImageFile", "file"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void a_reseller_has_no_products_but_a_logo() {
        Principal reseller = user(Role.RESELLER, company("RESELLER"));

        upload(reseller, "/file", "a.pdf", SampleFiles.pdf()).is(403);
        upload(reseller, "/companyLogoFile", "a.png", SampleFiles.png(5, 5)).is(201);
    }
}
