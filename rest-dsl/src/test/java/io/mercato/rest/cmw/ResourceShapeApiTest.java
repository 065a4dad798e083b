package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What all resources have in common, by the example of categories. */
class ResourceShapeApiTest extends ApiTest {
    private String name;
    private String path;

    @BeforeEach
    void aCategory() {
        name = unique("Shelf ");
        path = "/category/"
                + post(admin, "/category", "{'name': '" + name + "'}").is(201).id();
    }

    private static HttpHeaders header(String header, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(header, value);
        return headers;
    }

    private Answer rename(String to, String ifMatch) {
        HttpHeaders headers = ifMatch == null ? new HttpHeaders() : header("If-Match", ifMatch);
        return call(admin, HttpMethod.PUT, path, "{'name': '" + to + "'}", headers);
    }

    @Test
    void who_changes_what_somebody_else_has_changed_meanwhile_is_told() {
        String seen = get(admin, path).is(200).response().getHeaders().getETag();

        Answer first = rename(unique("First "), seen).is(200);

        assertThat(first.response().getHeaders().getETag()).isNotEqualTo(seen);
        rename("Second", seen).fails(412, "changed-meanwhile");
        call(admin, HttpMethod.DELETE, path, null, header("If-Match", seen)).fails(412, "changed-meanwhile");
        rename(unique("Third "), first.response().getHeaders().getETag()).is(200);
        rename(unique("Fourth "), "*").is(200);
        rename(unique("Fifth "), null).is(200);
        rename("Sixth", "yesterday").fails(400, "If-Match");
    }

    @Test
    void who_may_not_change_a_thing_learns_nothing_of_its_revision() {
        call(vendor, HttpMethod.PUT, path, "{'name': 'Mine'}", header("If-Match", "\"99\""))
                .is(403);
        call(admin, HttpMethod.PUT, "/category/999999", "{'name': 'X'}", header("If-Match", "\"99\""))
                .is(404);
        assertThat(get(Principal.ANONYMOUS, path).response().getHeaders().getETag())
                .isNull();
    }

    @Test
    void a_text_is_read_and_written_in_the_language_that_the_call_names() {
        String italian = unique("Scaffale ");
        put(admin, path + "?language=it", "{'name': '" + italian + "'}").is(200);

        assertThat(get(customer, path).text("/name")).isEqualTo(name);
        assertThat(get(customer, path + "?language=it").text("/name")).isEqualTo(italian);
        assertThat(get(customer.inLanguage("it"), path).text("/name")).isEqualTo(italian);
        assertThat(get(customer, path + "?language=de").text("/name")).isEqualTo(name);
        get(customer, path + "?language=klingon!").fails(400, "language");
    }

    @Test
    void a_visitor_reads_the_language_that_his_browser_prefers() {
        put(admin, path + "?language=it", "{'name': 'Scaffale'}").is(200);

        Answer shown = call(
                Principal.ANONYMOUS, HttpMethod.GET, path, null, header("Accept-Language", "it-IT,it;q=0.9,en;q=0.5"));

        assertThat(shown.text("/name")).isEqualTo("Scaffale");
        for (String wish : List.of("de, it;q=0.9", "de;q=0.9, it;q=0.8, en;q=0.1", "it, en;q=0")) {
            assertThat(call(Principal.ANONYMOUS, HttpMethod.GET, path, null, header("Accept-Language", wish))
                            .text("/name"))
                    .isEqualTo("Scaffale");
        }
        assertThat(call(Principal.ANONYMOUS, HttpMethod.GET, path, null, header("Accept-Language", ";;;"))
                        .is(200)
                        .text("/name"))
                .isEqualTo(name);
    }

    @Test
    void a_list_is_had_as_csv_as_a_whole_or_by_the_page() {
        IntStream.range(0, 60).forEach(i -> post(admin, "/category", "{'name': '" + unique("=cmd|") + "'}"));
        int all = jdbc.sql("select count(*) from cmw.category")
                .query(Integer.class)
                .single();

        String csv = text(customer, "/category", header("Accept", "text/csv"));
        String page = text(customer, "/category?pageNumber=1&pageSize=5", header("Accept", "text/csv"));

        assertThat(csv.lines().findFirst()).contains("id,self,name,slug,weight,productCount");
        assertThat(csv.lines()).hasSize(all + 1).anyMatch(line -> line.contains(path.substring(1) + ",\"" + name));
        assertThat(csv).contains(",\"'=cmd|");
        assertThat(page.lines()).hasSize(6);
        HttpHeaders paging = textAnswer(customer, "/category?pageNumber=1&pageSize=5", header("Accept", "text/csv"))
                .getHeaders();
        assertThat(paging.getFirst("CMW-TotalItems")).isEqualTo(Integer.toString(all));
        assertThat(paging.getFirst("CMW-PageSize")).isEqualTo("5");
        assertThat(text(customer, "/category?pageSize=7", header("Accept", "application/json, text/csv;q=0.5")))
                .startsWith("[{");
    }
}
