package io.mercato.rest.cmw;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Sends files and fetches them, as somebody. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = FileApi.class,
        properties = {
            "server.tomcat.basedir=target/tomcat-files",
            "spring.servlet.multipart.max-file-size=20MB",
            "spring.servlet.multipart.max-request-size=20MB",
            "mercato.s3.read-timeout=2s",
            "mercato.s3.call-timeout=4s",
            "mercato.s3.attempts=2",
            "mercato.cassetto.removal-period=1h",
            "mercato.cassetto.sweep-delay=1h",
            "mercato.cassetto.product-file.types=application/pdf,text/plain,application/zip",
            "mercato.cassetto.product-file.max-size=10MB",
            "mercato.cassetto.user-file.types=image/png,application/pdf"
        })
abstract class FileCalls extends ApiTest {

    @Autowired
    protected TestRestTemplate http;

    @Autowired
    protected CmwApi api;

    @Autowired
    protected FileApi.Storage storage;

    protected record Part(String field, String name, byte[] content) {}

    protected Answer upload(Principal who, String path, String name, byte[] content) {
        return upload(who, path, List.of(new Part("file", name, content)));
    }

    protected Answer upload(Principal who, String path, List<Part> parts) {
        api.caller = who;
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        for (Part part : parts) {
            HttpHeaders type = new HttpHeaders();
            type.setContentType(MediaType.IMAGE_PNG);
            ByteArrayResource file = new ByteArrayResource(part.content()) {
                @Override
                public String getFilename() {
                    return part.name();
                }
            };
            form.add(part.field(), new HttpEntity<>(file, type));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        ResponseEntity<JsonNode> answer = http.exchange(
                URI.create(http.getRootUri() + "/api" + path),
                HttpMethod.POST,
                new HttpEntity<>(form, headers),
                JsonNode.class);
        return new Answer("POST " + path + " as " + who.role(), answer);
    }

    protected ResponseEntity<byte[]> bytes(Principal who, String path) {
        return bytes(who, HttpMethod.GET, path, headers -> {});
    }

    protected ResponseEntity<byte[]> bytes(Principal who, HttpMethod method, String path, Consumer<HttpHeaders> also) {
        api.caller = who;
        HttpHeaders headers = new HttpHeaders();
        also.accept(headers);
        return http.exchange(URI.create(http.getRootUri() + path), method, new HttpEntity<>(headers), byte[].class);
    }

    protected int product(Principal seller, boolean published) {
        int product = jdbc.sql("insert into cmw.product (company_id, category_id, name, slug, type)"
                        + " values (?, ?, 'Wiki', ?, 'SYNDICATED') returning id")
                .params(seller.companyId(), category, unique("wiki"))
                .query(Integer.class)
                .single();
        post(
                        seller,
                        "/productVersion",
                        "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic', 'published': " + published
                                + ", 'price': 1}")
                .is(201);
        return product;
    }

    protected static String shownWith(int product) {
        return "{'product': {'url': 'product/" + product + "'}}";
    }

    protected void buys(Principal buyer, int product, String status) {
        int plan = jdbc.sql("select id from cmw.product_version where product_id = ?")
                .param(product)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.subscription (name, type, status, product_id, product_name, product_type,"
                        + " product_version_id, product_version_name, vendor_id, buyer_id, price, currency, vat_rate,"
                        + " unkillable, renewable, auto_renew, paid, created_at, updated_at)"
                        + " values ('s', 'NORMAL', ?, ?, 'Wiki', 'SYNDICATED', ?, 'Basic', ?, ?, 1, 'EUR', 22,"
                        + " false, true, true, true, now(), now())")
                .params(status, product, plan, vendor.companyId(), buyer.userId())
                .update();
    }
}
