package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** Vendors' texts wait for approval. */
@TestPropertySource(
        properties = {
            "mercato.cmw.catalogue.approval=true",
            "mercato.cmw.events.platform-endpoints[0].url=http://127.0.0.1:1/hook"
        })
class ProductApprovalApiTest extends CatalogueTest {
    private int product;
    private String path;

    @BeforeEach
    void aPublishedProductAndSomebodyToTell() {
        jdbc.sql("insert into cmw.marketplace (slug, name, company_id) select 'm', 'M', ? where not exists"
                        + " (select from cmw.marketplace)")
                .param(company("PLATFORM"))
                .update();
        product = published("Wiki");
        path = "/product/" + product;
        jdbc.sql("delete from cmw.outbox").update();
    }

    @Test
    void an_edit_of_a_published_product_makes_a_draft_and_the_product_stays_as_it_is() {
        Answer answer = put(vendor, path, product("Better wiki", "'shortDescription': 'new', 'weight': 9, "))
                .is(200);

        assertThat(answer.text("/name")).isEqualTo("Wiki");
        assertThat(answer.body().get("drafted").asBoolean()).isTrue();
        assertThat(answer.body().get("requestedForApproval").asBoolean()).isTrue();
        assertThat(answer.body().get("weight").asInt())
                .as("what is no text needs no approval")
                .isEqualTo(9);
        assertThat(get(customer, path).text("/shortDescription")).isEmpty();
        assertThat(get(customer, path).body().get("drafted").asBoolean()).isFalse();
        JsonNode draft = get(supervisor, path + "/draft").is(200).body();
        assertThat(draft.get("name").asText()).isEqualTo("Better wiki");
        assertThat(draft.at("/original/url").asText()).isEqualTo("product/" + product);
        assertThat(draft.get("state").asText()).isEqualTo("REQUESTED");
        assertThat(draft.get("author").asText()).isEqualTo(vendor.userName());
        assertThat(draft.get("changes").toString())
                .isEqualTo("[{\"field\":\"name\",\"language\":\"en\",\"now\":\"Wiki\",\"draft\":\"Better wiki\","
                        + "\"outdated\":false},{\"field\":\"shortDescription\",\"language\":\"en\",\"now\":\"\","
                        + "\"draft\":\"new\",\"outdated\":false}]");
        assertThat(mails()).containsExactly("product-approval-requested");
    }

    @Test
    void what_is_approved_is_what_everybody_reads_in_each_language() {
        patch(
                        vendor,
                        path,
                        "{'name': 'Better wiki', 'faq': {'Why?': 'Because.'}, 'tags': [{'tag': 'home'}],"
                                + " 'changelog': [{'version': '2', 'text': 'better'}]}")
                .is(204);
        patch(vendor, path + "?language=it", "{'name': 'Uichi'}").is(204);
        assertThat(get(supervisor, path + "/draft?language=it").text("/name")).isEqualTo("Uichi");
        assertThat(get(supervisor, path + "/draft").text("/name")).isEqualTo("Better wiki");

        patch(supervisor, path, "{'action': 'APPROVE', 'reason': 'Well done'}").is(204);

        Answer read = get(customer, path).is(200);
        assertThat(read.text("/name")).isEqualTo("Better wiki");
        assertThat(read.text("/faq/Why?")).isEqualTo("Because.");
        assertThat(read.text("/tags/0/tag")).isEqualTo("home");
        assertThat(read.text("/changelog/0/text")).isEqualTo("better");
        assertThat(get(customer, path + "?language=it").text("/name")).isEqualTo("Uichi");
        assertThat(get(vendor, path).body().get("drafted").asBoolean()).isFalse();
        get(vendor, path + "/draft").is(404);
        assertThat(mails()).containsExactly("product-approval-requested", "product-approved");
        String register = get(vendor, path + "/register").body().toString();
        assertThat(register).contains("\"draft\":{\"old\":\"REQUESTED\",\"new\":\"APPROVED\"}", "name[it]");
        patch(admin, path, "{'action': 'APPROVE'}").fails(409, "no draft");
    }

    @Test
    void what_is_rejected_stays_a_draft_that_the_vendor_may_change() {
        patch(vendor, path, "{'name': 'The best'}").is(204);

        patch(admin, path, "{'action': 'BLOCK', 'reason': 'Too loud'}").is(204);

        Answer draft = get(vendor, path + "/draft").is(200);
        assertThat(draft.text("/state")).isEqualTo("REJECTED");
        assertThat(draft.text("/reason")).isEqualTo("Too loud");
        assertThat(draft.text("/reviewer")).isEqualTo(admin.userName());
        assertThat(get(vendor, path).body().get("requestedForApproval").asBoolean())
                .isFalse();
        patch(admin, path, "{'action': 'approve'}").fails(409, "REJECTED");
        patch(vendor, path, "{'weight': 3}").is(204);
        assertThat(get(vendor, path + "/draft").text("/state"))
                .as("another field asks for nothing")
                .isEqualTo("REJECTED");
        patch(vendor, path, "{'name': 'A good one'}").is(204);
        assertThat(get(vendor, path + "/draft").text("/state")).isEqualTo("REQUESTED");
        patch(admin, path, "{'action': 'APPROVE'}").is(204);
        assertThat(get(customer, path).text("/name")).isEqualTo("A good one");
        assertThat(mails())
                .containsExactly(
                        "product-approval-requested",
                        "product-rejected",
                        "product-approval-requested",
                        "product-approved");
    }

    @Test
    void edits_of_one_product_go_to_one_draft_and_are_told_once() {
        patch(vendor, path, "{'name': 'Second'}").is(204);
        patch(vendor, path, "{'shortDescription': 'second'}").is(204);
        put(vendor, path, product("Wiki", "'longDescription': 'second', ")).is(200);

        assertThat(get(vendor, path + "/draft").body().get("changes").findValuesAsText("field"))
                .containsExactly("name", "shortDescription", "longDescription");
        assertThat(mails()).hasSize(1);
        patch(vendor, path, "{'name': 'Wiki'}").is(204);
        assertThat(get(vendor, path + "/draft").body().get("changes"))
                .as("named: taken back")
                .hasSize(2);
        patch(vendor, path, "{'shortDescription': '', 'longDescription': ''}").is(204);
        get(vendor, path + "/draft").is(404);
        assertThat(get(vendor, path).body().get("drafted").asBoolean()).isFalse();
    }

    @Test
    void a_field_that_was_changed_since_it_was_drafted_is_not_written_over() {
        patch(vendor, path, "{'name': 'Second', 'shortDescription': 'mine'}").is(204);
        patch(admin, path, "{'longDescription': 'an administrator needs no approval', 'name': 'Corrected'}")
                .is(204);

        assertThat(get(admin, path + "/draft").body().at("/changes/0/outdated").asBoolean())
                .isTrue();
        patch(admin, path, "{'action': 'APPROVE'}").fails(409, "name");
        assertThat(get(customer, path).text("/name")).isEqualTo("Corrected");
        assertThat(get(customer, path).text("/shortDescription"))
                .as("all or nothing")
                .isEmpty();
        patch(vendor, path, "{'name': 'Second'}").is(204);
        patch(admin, path, "{'action': 'APPROVE'}").is(204);
        assertThat(get(customer, path).text("/name")).isEqualTo("Second");
        assertThat(get(customer, path).text("/shortDescription")).isEqualTo("mine");
        assertThat(get(customer, path).text("/longDescription")).isEqualTo("an administrator needs no approval");
    }

    @Test
    void who_approves_what_was_edited_after_he_read_it_is_told() {
        patch(vendor, path, "{'name': 'Second'}").is(204);
        String seen = get(admin, path + "/draft").response().getHeaders().getETag();
        patch(vendor, path, "{'name': 'Something else'}").is(204);

        HttpHeaders headers = new HttpHeaders();
        headers.set("If-Match", seen);
        call(admin, HttpMethod.PATCH, path, "{'action': 'APPROVE'}", headers).fails(412, "changed-meanwhile");

        headers.set(
                "If-Match", get(admin, path + "/draft").response().getHeaders().getETag());
        call(admin, HttpMethod.PATCH, path, "{'action': 'APPROVE'}", headers).is(204);
    }

    @Test
    void only_the_staff_decides() {
        patch(vendor, path, "{'name': 'Second'}").is(204);

        for (Principal who : List.of(vendor, rival, customer)) {
            patch(who, path, "{'action': 'APPROVE'}").is(403);
            patch(who, path, "{'action': 'REJECT'}").is(403);
        }
        patch(Principal.ANONYMOUS, path, "{'action': 'APPROVE'}").is(401);
        patch(admin, path, "{'action': 'ACTIVATE'}").fails(422, "action");
        patch(admin, path, "{'action': 'APPROVE', 'reason': 7}").fails(400, "reason");
        patch(admin, "/product/999999", "{'action': 'APPROVE'}").is(404);
        get(rival, path + "/draft").is(403);
        get(customer, path + "/draft").is(403);
    }

    @Test
    void what_waits_is_listed_for_the_staff_and_for_its_vendor() {
        patch(vendor, path, "{'name': 'Second'}").is(204);
        int drafted = get(admin, path + "/draft").id();

        assertThat(ids(get(vendor, "/product/draft"))).containsExactly(drafted);
        assertThat(ids(get(vendor, "/product/approvalRequests"))).containsExactly(product);
        assertThat(ids(get(rival, "/product/draft"))).isEmpty();
        assertThat(ids(get(rival, "/product/approvalRequests"))).isEmpty();
        assertThat(ids(get(supervisor, "/product/approvalRequests?pageSize=50")))
                .contains(product);
        assertThat(ids(get(supervisor, "/product/draft?pageSize=50"))).contains(drafted);
        get(customer, "/product/draft").is(403);
        get(customer, "/product/approvalRequests").is(403);
        patch(admin, path, "{'action': 'REJECT'}").is(204);
        assertThat(ids(get(vendor, "/product/approvalRequests"))).isEmpty();
        assertThat(ids(get(vendor, "/product/draft"))).containsExactly(drafted);
        delete(vendor, path).is(204);
        assertThat(ids(get(vendor, "/product/draft"))).isEmpty();
    }

    @Test
    void a_plans_texts_are_drafted_and_its_price_is_not() {
        int plan = planOf(vendor, product);
        String planPath = "/productVersion/" + plan;
        patch(vendor, planPath, "{'name': 'Gold', 'price': 7}").is(204);

        assertThat(get(customer, planPath).text("/name")).isEqualTo("Basic");
        assertThat(get(customer, planPath).text("/price")).isEqualTo("7");
        assertThat(get(vendor, planPath).body().get("drafted").asBoolean()).isTrue();
        Answer draft = get(vendor, planPath + "/draft").is(200);
        assertThat(draft.text("/name")).isEqualTo("Gold");
        assertThat(draft.text("/original/url")).isEqualTo("productVersion/" + plan);
        assertThat(ids(get(vendor, "/productVersion/draft"))).containsExactly(draft.id());
        assertThat(ids(get(vendor, "/product/draft"))).isEmpty();
        assertThat(ids(get(vendor, "/product/approvalRequests"))).containsExactly(product);
        patch(vendor, planPath, "{'action': 'APPROVE'}").is(403);
        patch(supervisor, planPath, "{'action': 'APPROVE'}").is(204);
        assertThat(get(customer, planPath).text("/name")).isEqualTo("Gold");
        patch(supervisor, planPath, "{'action': 'APPROVE'}").is(409);
    }

    @Test
    void a_new_product_shows_when_somebody_has_approved_its_first_plan() {
        int made = post(vendor, "/product", product("New")).is(201).id();
        patch(vendor, "/product/" + made, "{'shortDescription': 'nobody has seen it'}")
                .is(204);
        assertThat(get(vendor, "/product/" + made).text("/shortDescription")).isEqualTo("nobody has seen it");

        Answer plan = post(vendor, "/productVersion", plan(made, "'price': 1, 'published': true"))
                .is(201);

        assertThat(plan.body().get("published").asBoolean()).isFalse();
        assertThat(plan.body().get("drafted").asBoolean()).isTrue();
        get(customer, "/product/" + made).is(404);
        patch(vendor, "/product/" + made, "{'shortDescription': 'edited while it waits'}")
                .is(204);
        assertThat(get(vendor, "/product/" + made + "/draft").is(200).text("/shortDescription"))
                .isEqualTo("edited while it waits");
        patch(vendor, "/productVersion/" + plan.id(), "{'published': false}").is(204);
        get(vendor, "/productVersion/" + plan.id() + "/draft").is(404);
        patch(vendor, "/productVersion/" + plan.id(), "{'published': true}").is(204);
        patch(admin, "/product/" + made, "{'action': 'APPROVE'}").is(204);
        assertThat(get(customer, "/product/" + made).is(200).text("/shortDescription"))
                .isEqualTo("edited while it waits");
        get(customer, "/productVersion/" + plan.id()).is(200);
        assertThat(get(customer, "/product/" + made).text("/published")).endsWith("Z");
    }

    @Test
    void a_plan_that_was_taken_off_is_shown_again_only_with_approval() {
        int plan = planOf(vendor, product);
        String planPath = "/productVersion/" + plan;
        patch(vendor, planPath, "{'published': false}").is(204);
        get(customer, path).is(404);
        patch(vendor, planPath, "{'published': true}").is(204);
        get(customer, path).is(404);

        patch(supervisor, planPath, "{'action': 'APPROVE'}").is(204);

        get(customer, path).is(200);
    }

    @Test
    void the_platforms_integrations_hear_of_plans_and_that_they_are_shown() {
        int plan = post(vendor, "/productVersion", plan(product, "'price': 2, 'published': true"))
                .is(201)
                .id();
        patch(vendor, "/productVersion/" + plan, "{'price': 3}").is(204);
        patch(supervisor, "/productVersion/" + plan, "{'action': 'APPROVE'}").is(204);
        delete(vendor, "/productVersion/" + plan).is(204);

        assertThat(jdbc.sql("select type from cmw.vendor_event where entity = 'ProductVersion' and entity_id = ?"
                                + " order by id")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly("CREATED", "MODIFIED", "MODIFIED", "DELETED");
    }

    private List<String> mails() {
        return jdbc.sql(
                        "select payload::jsonb ->> 'template' from cmw.outbox where type = 'EmailRequested' order by id")
                .query(String.class)
                .list();
    }
}
