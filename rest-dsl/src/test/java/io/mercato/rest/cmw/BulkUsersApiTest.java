package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = BulkApi.class,
        properties = {
            "queue.cmw.bulk-rows=cmw.bulk-rows",
            "mercato.cmw.bulk.max-rows=6",
            "mercato.cmw.bulk.max-size=4KB",
            "mercato.cmw.bulk.retention=90d"
        })
class BulkUsersApiTest extends ApiTest {
    private static final String QUEUE = "jms:queue:cmw.bulk-rows";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CmwApi api;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private FakeAccounts accounts;

    @AfterEach
    void accountsAreBack() {
        accounts.away = false;
    }

    private Answer send(Principal who, String table) {
        return send(who, table.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(Principal who, byte[] table) {
        api.caller = who;
        HttpHeaders type = new HttpHeaders();
        type.setContentType(MediaType.parseMediaType("text/csv"));
        ByteArrayResource file = new ByteArrayResource(table) {
            @Override
            public String getFilename() {
                return "users.csv";
            }
        };
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new HttpEntity<>(file, type));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        ResponseEntity<JsonNode> answer = http.exchange(
                URI.create(http.getRootUri() + "/api/bulk/users"),
                HttpMethod.PUT,
                new HttpEntity<>(form, headers),
                JsonNode.class);
        return new Answer("PUT /bulk/users as " + who.role(), answer);
    }

    /** Where the result stands. */
    private String accepted(Principal who, String... lines) {
        Answer answer = send(who, String.join("\r\n", lines)).is(202);
        return answer.response().getHeaders().getFirst("Location").replaceFirst("^/api", "");
    }

    private List<String> messages(String result) {
        return jdbc.sql("select payload from cmw.outbox where destination = 'queue.cmw.bulk-rows' and payload like ?"
                        + " order by id")
                .param("%" + result.replaceFirst(".*/", "") + "%")
                .query(String.class)
                .list();
    }

    private JsonNode dealtWith(String result) {
        messages(result).forEach(message -> camel.sendBody(QUEUE, message));
        return get(superadmin, result).is(200).body();
    }

    private static String status(JsonNode result, int line) {
        for (JsonNode row : result.get("rows")) {
            if (row.get("line").asInt() == line) {
                return row.get("status").asText();
            }
        }
        return "none";
    }

    private static JsonNode error(JsonNode result, int line) {
        for (JsonNode error : result.get("errors")) {
            if (error.at("/extraFields/line").asText().equals(String.valueOf(line))) {
                return error;
            }
        }
        return null;
    }

    private Map<String, Object> user(Object id) {
        return jdbc.sql("select * from cmw.\"user\" where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private int count(String condition, Object value) {
        return jdbc.sql("select count(*) from cmw.\"user\" where " + condition)
                .param(value)
                .query(Integer.class)
                .single();
    }

    private String table(Principal who) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Accept", "text/csv");
        return text(who, "/bulk/users", headers);
    }

    @Test
    void all_users_are_had_as_a_table_and_one_page_of_them() {
        String table = table(admin);

        assertThat(table.lines().findFirst().orElseThrow())
                .isEqualTo("id,userName,email,name,surname,userRole,company,language,phoneNumber,fiscalCode,externalId,"
                        + "enabled");
        assertThat(table.lines())
                .contains(vendor.userId() + "," + vendor.userName() + "," + vendor.email()
                        + ",Ada,Byron,ROLE_VENDOR,company/" + vendor.companyId() + ",en,,,,true");
        assertThat(get(admin, "/bulk/users?pageSize=2").body()).hasSize(2);
        for (Principal who : List.of(customer, vendor, supervisor)) {
            get(who, "/bulk/users").is(403);
            send(who, "id\r\n1").is(403);
            get(who, "/bulk/result").is(403);
            get(who, "/bulk/result/none").is(403);
        }
        get(Principal.ANONYMOUS, "/bulk/users").is(401);
        send(Principal.ANONYMOUS, "id\r\n1").is(401);
    }

    @Test
    void the_table_goes_back_as_it_came_and_changes_nothing() {
        jdbc.sql("update cmw.\"user\" set phone_number = '+39 050 1' where id = ?")
                .param(customer.userId())
                .update();
        Map<String, Object> before = user(customer.userId());
        String line = table(admin)
                .lines()
                .filter(row -> row.startsWith(customer.userId() + ","))
                .findFirst()
                .orElseThrow();
        String header = table(admin).lines().findFirst().orElseThrow();
        assertThat(line).contains("'+39 050 1");

        JsonNode result = dealtWith(accepted(admin, header, line));

        assertThat(status(result, 2)).as(result.toString()).isEqualTo("DONE");
        Map<String, Object> after = user(customer.userId());
        for (String same : List.of("phone_number", "user_name", "email", "role", "language", "enabled")) {
            assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
        }
    }

    @Test
    void rows_make_and_change_users_and_one_bad_row_hurts_no_other() {
        String name = unique("grace");
        String result = accepted(
                admin,
                "id,userName,email,name,surname,userRole,company,enabled",
                "," + name + "," + name + "@people.example,Grace,Hopper,ROLE_VENDOR,company/" + vendor.companyId()
                        + ",",
                customer.userId() + ",,,Augusta,,,,false",
                "99999999,,,Nobody,,,,",
                superadmin.userId() + ",,,Augusta,,,,",
                stranger.userId() + ",,not-an-address,,,ROLE_KING,,",
                stranger.userId() + "," + rival.userName() + ",,,,,,");

        JsonNode waiting = get(admin, result).is(200).body();
        assertThat(waiting.get("over").asBoolean()).isFalse();
        assertThat(waiting.get("waiting").asInt()).isEqualTo(5);
        assertThat(status(waiting, 6)).isEqualTo("FAILED");

        JsonNode done = dealtWith(result);

        assertThat(status(done, 2)).as(done.toString()).isEqualTo("DONE");
        assertThat(count("user_name = ? and role = 'VENDOR' and activated", name))
                .isEqualTo(1);
        assertThat(accounts.saved).containsKey("account-of-" + name);
        assertThat(status(done, 3)).isEqualTo("DONE");
        assertThat(user(customer.userId()).get("name")).isEqualTo("Augusta");
        assertThat(user(customer.userId()).get("surname")).isEqualTo("Byron");
        assertThat(user(customer.userId()).get("enabled")).isEqualTo(false);
        assertThat(error(done, 4).get("key").asText()).isEqualTo("not-found-%resource%-%id%");
        assertThat(error(done, 5).get("key").asText()).isEqualTo("forbidden");
        assertThat(error(done, 6).at("/extraFields/field").asText()).isEqualTo("userRole");
        assertThat(error(done, 7).get("error").asText()).contains("userName");
        assertThat(user(stranger.userId()).get("user_name")).isEqualTo(stranger.userName());
        assertThat(done.get("over").asBoolean()).isTrue();
        assertThat(done.get("done").asInt()).isEqualTo(2);
        assertThat(done.get("failed").asInt()).isEqualTo(4);
        assertThat(done.get("type").asText()).isEqualTo("USERS");
        assertThat(done.at("/executor/url").asText()).isEqualTo("user/" + admin.userId());
        assertThat(done.at("/rows/1/user/url").asText()).isEqualTo("user/" + customer.userId());
        JsonNode newest = get(superadmin, "/bulk/result").is(200).body().get(0);
        assertThat(newest.get("requestId")).isEqualTo(done.get("requestId"));
        assertThat(newest.get("errors")).isEqualTo(done.get("errors"));
        get(admin, "/bulk/result/none").is(404);
    }

    @Test
    void what_a_row_said_is_forgotten_once_it_is_dealt_with() {
        String name = unique("grace");
        String result =
                accepted(admin, "userName,email,name,surname", name + "," + name + "@people.example,Grace,Hopper");
        dealtWith(result);

        assertThat(jdbc.sql(
                                "select count(*) from cmw.bulk_row where content is not null and errors::text like '%Grace%'"
                                        + " or content::text like ?")
                        .param("%" + name + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_message_that_comes_again_repeats_nothing() {
        String name = unique("grace");
        String result = accepted(
                admin,
                "id,userName,email,name,surname",
                "," + name + "," + name + "@people.example,Grace,Hopper",
                customer.userId() + ",,,Augusta,");
        dealtWith(result);
        Object revision = user(customer.userId()).get("revision");

        JsonNode again = dealtWith(result);

        assertThat(count("user_name = ?", name)).isEqualTo(1);
        assertThat(user(customer.userId()).get("revision")).isEqualTo(revision);
        assertThat(again.get("done").asInt()).isEqualTo(2);
        assertThat(again.get("errors")).isEmpty();
    }

    @Test
    void while_something_is_away_a_row_waits_and_is_done_later() {
        String name = unique("grace");
        String result =
                accepted(admin, "userName,email,name,surname", name + "," + name + "@people.example,Grace,Hopper");
        accounts.away = true;
        String message = messages(result).get(0);

        assertThatThrownBy(() -> camel.sendBody(QUEUE, message)).hasStackTraceContaining("Try again in a moment");
        assertThat(status(get(admin, result).body(), 2)).isEqualTo("WAITING");

        accounts.away = false;
        assertThat(status(dealtWith(result), 2)).isEqualTo("DONE");
        assertThat(count("user_name = ?", name)).isEqualTo(1);
    }

    @Test
    void who_is_no_administrator_any_more_changes_nobody() {
        Principal former = user(Role.ADMIN, null);
        String result = accepted(former, "id,name", customer.userId() + ",Augusta");
        jdbc.sql("update cmw.\"user\" set role = 'USER' where id = ?")
                .param(former.userId())
                .update();

        JsonNode done = dealtWith(result);

        assertThat(error(done, 2).get("key").asText()).isEqualTo("forbidden");
        assertThat(user(customer.userId()).get("name")).isEqualTo("Ada");
    }

    @Test
    void a_table_that_is_none_or_too_large_is_refused_as_a_whole() {
        send(admin, "id,shoeSize\r\n1,44").fails(400, "Field shoeSize: is no column");
        send(admin, "id,name,name\r\n1,a,b").fails(400, "Field name: stands in the header twice");
        send(admin, "userName,name,surname\r\na,b,c").fails(400, "Field email");
        send(admin, "").is(400);
        send(admin, "id,name\r\n").fails(422, "no rows");
        send(admin, new byte[] {(byte) 0xff, (byte) 0xfe, 'i', 'd'}).fails(400, "no table");
        send(admin, new byte[] {'i', 'd', 0, '\n', '1'}).fails(400, "no table");
        send(admin, "id,name\r\n" + "1,x\r\n".repeat(7)).fails(422, "more than 6 rows");
        send(admin, "id,name\r\n1," + "x".repeat(5000)).fails(422, "bytes");
        HttpHeaders json = new HttpHeaders();
        call(admin, HttpMethod.PUT, "/bulk/users", "{}", json).is(415);
        assertThat(jdbc.sql("select count(*) from cmw.bulk_import where executor_id = ?")
                        .param(admin.userId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_row_is_read_cell_by_cell() {
        String result = accepted(
                admin,
                "\uFEFFid,name,enabled,phoneNumber",
                customer.userId() + ",\"Ada, \"\"the Countess\"\"\r\nof Lovelace\",TRUE,'+39",
                "x,Ada,true,",
                stranger.userId() + ",Ada,perhaps,",
                stranger.userId() + ",Ada",
                ",Ada,true,");

        JsonNode done = dealtWith(result);

        assertThat(status(done, 2)).as(done.toString()).isEqualTo("DONE");
        assertThat(user(customer.userId()).get("name")).isEqualTo("Ada, \"the Countess\"\r\nof Lovelace");
        assertThat(user(customer.userId()).get("phone_number")).isEqualTo("+39");
        assertThat(error(done, 3).at("/extraFields/field").asText()).isEqualTo("id");
        assertThat(error(done, 4).at("/extraFields/field").asText()).isEqualTo("enabled");
        assertThat(error(done, 5).get("key").asText()).isEqualTo("wrong-number-of-cells");
        assertThat(done.get("errors").findValuesAsText("field")).contains("userName", "email", "surname");
    }
}
