package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that a product and its plans say of themselves, in several languages. */
class ProductTextsApiTest extends CatalogueTest {
    private static final String TEXTS = "'shortDescription': 'short', 'longDescription': 'long',"
            + " 'endUserInstructions': 'log in', 'termsOfService': 'terms', 'tosAcceptance': 'I accept',"
            + " 'privacy': 'secret', 'serviceLevelAgreement': '99.9', 'terminationMessage': 'bye',"
            + " 'faq': {'Why?': 'Because.'}, 'extraData': {'colour': 'red', 'rooms': [1, 2]}, 'frameable': true, ";

    @Test
    void a_product_is_read_as_it_was_written() {
        int product = post(vendor, "/product", product("Told", TEXTS)).is(201).id();

        Answer read = get(vendor, "/product/" + product).is(200);

        List.of(
                        "longDescription:long",
                        "endUserInstructions:log in",
                        "termsOfService:terms",
                        "tosAcceptance:I accept",
                        "privacy:secret",
                        "serviceLevelAgreement:99.9",
                        "terminationMessage:bye")
                .forEach(pair -> assertThat(read.text("/" + pair.split(":")[0])).isEqualTo(pair.split(":")[1]));
        assertThat(read.text("/faq/Why?")).isEqualTo("Because.");
        assertThat(read.body().at("/extraData/rooms/1").asInt()).isEqualTo(2);
        assertThat(read.body().get("frameable").asBoolean()).isTrue();
        assertThat(read.body().get("numberOfRatings").asInt()).isZero();
        assertThat(read.body().has("averageRating")).isFalse();
        assertThat(read.body().get("drafted").asBoolean()).isFalse();
    }

    @Test
    void release_notes_stand_in_the_detail_and_stay_when_a_client_does_not_know_them() {
        int product = published("Released");
        String path = "/product/" + product;
        patch(
                        vendor,
                        path,
                        "{'changelog': [{'date': '2026-01-31T10:00:00Z', 'version': '1.0', 'text': 'first'},"
                                + " {'version': '1.1', 'text': 'second'}], 'cloudCredentialsSupport': 'ENFORCED'}")
                .is(204);
        put(vendor, path, product("Released")).is(200);

        Answer read = get(customer, path);
        assertThat(read.body().get("changelog").findValuesAsText("version")).containsExactly("1.0", "1.1");
        assertThat(read.text("/changelog/0/date")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(read.text("/changelog/1/date")).endsWith("Z");
        assertThat(read.text("/changelog/1/id")).isEqualTo("2");
        assertThat(read.text("/cloudCredentialsSupport")).isEqualTo("ENABLED");
        assertThat(get(customer, "/product?company=" + vendor.companyId())
                        .body()
                        .get(0)
                        .has("changelog"))
                .isFalse();
        patch(vendor, path, "{'changelog': [{'version': '', 'text': 'x'}]}").fails(400, "changelog[0].version");
        patch(vendor, path, "{'changelog': []}").is(204);
        assertThat(get(customer, path).body().get("changelog")).isEmpty();
    }

    @Test
    void limits_of_texts_are_named() {
        Answer answer = post(
                vendor,
                "/product",
                product(
                        "X",
                        "'faq': {'': 'x'}, 'privacy': '" + "p".repeat(65537) + "', 'shortDescription': '"
                                + "s".repeat(4001) + "', 'relatedProducts': [{'url': 'car/1'}], "));

        answer.fails(400, "faq");
        answer.fails(400, "privacy");
        answer.fails(400, "shortDescription");
        post(vendor, "/product", product("X", "'relatedProducts': [{'url': 'car/1'}], "))
                .fails(400, "relatedProducts");
    }

    @Test
    void questions_stay_in_the_order_in_which_they_were_asked() {
        String faq = "'faq': {'Why not at all?': 'a', 'How?': 'b', 'Who?': 'c', 'And then?': 'd'}, ";
        String moved = "'faq': {'How?': 'b', 'And then?': 'd', 'Who?': 'c', 'Why not at all?': 'a'}, ";
        String path = "/product/" + published("Asked");

        put(vendor, path, product("Asked", faq)).is(200);
        put(vendor, path + "?language=it", product("Chiesto", moved)).is(200);

        assertThat(questions(get(customer, path))).containsExactly("Why not at all?", "How?", "Who?", "And then?");
        assertThat(questions(get(customer, path + "?language=it")))
                .containsExactly("How?", "And then?", "Who?", "Why not at all?");
        put(vendor, path, product("Asked", moved)).is(200);
        assertThat(questions(get(customer, path))).containsExactly("How?", "And then?", "Who?", "Why not at all?");
    }

    private static List<String> questions(Answer answer) {
        List<String> questions = new ArrayList<>();
        answer.is(200).body().get("faq").fieldNames().forEachRemaining(questions::add);
        return questions;
    }

    @Test
    void each_text_is_read_in_the_language_that_it_was_written_in() {
        int product = published("Notes");
        String path = "/product/" + product;
        put(vendor, path, product("Notes", TEXTS)).is(200);
        put(
                        vendor,
                        path + "?language=it",
                        product("Appunti", TEXTS.replace("'short'", "'breve'").replace("Why?", "Perche?")))
                .is(200);

        Answer italian = get(customer, path + "?language=it").is(200);
        assertThat(italian.text("/name")).isEqualTo("Appunti");
        assertThat(italian.text("/shortDescription")).isEqualTo("breve");
        assertThat(italian.text("/faq/Perche?")).isEqualTo("Because.");
        assertThat(get(customer, path).text("/name")).isEqualTo("Notes");
        assertThat(get(customer, path).text("/faq/Why?")).isEqualTo("Because.");
        assertThat(get(customer, "/product?company=" + vendor.companyId() + "&language=it")
                        .text("/0/name"))
                .isEqualTo("Appunti");
    }

    @Test
    void a_text_without_a_translation_follows_the_original() {
        int product = published("Original");
        String path = "/product/" + product;
        patch(vendor, path, "{'shortDescription': 'first'}").is(204);
        patch(vendor, path + "?language=it", "{'name': 'Originale'}").is(204);
        patch(vendor, path, "{'shortDescription': 'second'}").is(204);

        Answer italian = get(customer, path + "?language=it");

        assertThat(italian.text("/name")).isEqualTo("Originale");
        assertThat(italian.text("/shortDescription")).isEqualTo("second");
        patch(vendor, path + "?language=it", "{'name': 'Original'}").is(204);
        patch(vendor, path, "{'name': 'Renamed'}").is(204);
        assertThat(get(customer, path + "?language=it").text("/name")).isEqualTo("Renamed");
    }

    @Test
    void who_writes_in_another_language_first_has_that_as_the_products_own() {
        int product = post(vendor.inLanguage("it"), "/product", product("Appunti"))
                .is(201)
                .id();
        put(vendor, "/product/" + product, product("Notes")).is(200);

        assertThat(get(vendor, "/product/" + product + "?language=de").text("/name"))
                .isEqualTo("Appunti");
        assertThat(get(vendor, "/product/" + product + "?language=en").text("/name"))
                .isEqualTo("Notes");
    }

    @Test
    void a_plan_has_its_texts_in_several_languages_too() {
        int product = published("Plans");
        int plan = planOf(vendor, product);
        String path = "/productVersion/" + plan;
        patch(vendor, path, "{'description': 'all you need'}").is(204);
        patch(vendor, path + "?language=it", "{'name': 'Base', 'description': 'tutto'}")
                .is(204);

        assertThat(get(customer, path + "?language=it").text("/name")).isEqualTo("Base");
        assertThat(get(customer, path + "?language=it").text("/description")).isEqualTo("tutto");
        assertThat(get(customer, path).text("/description")).isEqualTo("all you need");
        assertThat(get(customer, "/productVersion?name=bas&language=it&product=" + product)
                        .text("/0/name"))
                .isEqualTo("Base");
    }

    @Test
    void a_plan_says_how_it_is_paid_and_what_it_is_compared_with() {
        int product = published("Compared");
        int other = planOf(vendor, product);
        Answer plan = post(
                        vendor,
                        "/productVersion",
                        plan(
                                product,
                                "'price': 3, 'billingPeriod': 1,"
                                        + " 'minimumDuration': 6, 'couponConfiguration': 'MANDATORY', 'externalId': 'E-7',"
                                        + " 'paymentGateways': ['STRIPE', 'IBAN', 'STRIPE'], 'comparableVersion': {'url': 'productVersion/"
                                        + other + "'}"))
                .is(201);

        Answer read = get(vendor, "/productVersion/" + plan.id());
        assertThat(read.text("/couponConfiguration")).isEqualTo("MANDATORY");
        assertThat(read.body().get("paymentGateways").toString()).isEqualTo("[\"STRIPE\",\"IBAN\"]");
        assertThat(read.text("/externalId")).isEqualTo("E-7");
        assertThat(read.text("/minimumDuration")).isEqualTo("6");
        assertThat(read.text("/comparableVersion/url")).isEqualTo("productVersion/" + other);
        post(rival, "/product", product("R"));
        post(vendor, "/productVersion", plan(product, "'comparableVersion': {'url': 'productVersion/999999'}"))
                .fails(422, "comparableVersion");
        post(vendor, "/productVersion", plan(product, "'paymentGateways': ['SHELLS']"))
                .fails(400, "paymentGateways");
    }

    @Test
    void the_kinds_of_plans_are_held_apart() {
        int product = published("Kinds");

        post(vendor, "/productVersion", plan(product, "'price': 5, 'lifespan': 48"))
                .is(201);
        post(vendor, "/productVersion", plan(product, "'price': 5")).is(201);
        post(vendor, "/productVersion", plan(product, "'price': 0, 'billingPeriod': 1"))
                .is(201);
        post(vendor, "/productVersion", plan(product, "'billingPeriod': 1")).is(201);
        post(vendor, "/productVersion", plan(product, "'price': 5, 'lifespan': 48, 'autoRenewable': true"))
                .fails(422, "autoRenewable");
        post(vendor, "/productVersion", plan(product, "'price': 5, 'minimumDuration': 2"))
                .fails(422, "minimumDuration");
        post(vendor, "/productVersion", plan(product, "'setupFee': 5")).fails(422, "setupFee");
        post(vendor, "/productVersion", plan(product, "'price': 0, 'trial': 'ALLOWED', 'trialLength': 3"))
                .fails(422, "trial");
        post(
                        vendor,
                        "/productVersion",
                        plan(product, "'price': 1, 'lifespan': 24, 'trial': 'ALLOWED', 'trialLength': 3"))
                .fails(422, "trialLength");
    }

    @Test
    void related_products_are_shown_once_they_are_published() {
        int shown = published("Shown");
        int hidden = post(vendor, "/product", product("Hidden")).is(201).id();
        int rivals = post(rival, "/product", product("Rival")).is(201).id();
        int product = published("Related");
        String path = "/product/" + product;
        String related = "{'relatedProducts': [{'url': 'product/" + hidden + "'}, {'url': 'product/" + shown + "'}]}";

        patch(vendor, path, related).is(204);

        assertThat(get(customer, path).body().get("relatedProducts").toString())
                .isEqualTo("[{\"url\":\"product/" + shown + "\"}]");
        assertThat(get(vendor, path).body().get("relatedProducts")).hasSize(2);
        put(vendor, path, product("Related")).is(200);
        assertThat(get(vendor, path).body().get("relatedProducts"))
                .as("a client that does not know the field leaves it as it is")
                .hasSize(2);
        patch(vendor, path, related.replace("product/" + hidden, "product/" + product))
                .fails(422, "relatedProducts");
        patch(vendor, path, related.replace("product/" + hidden, "product/" + rivals))
                .fails(422, "product/" + rivals);
        delete(vendor, "/product/" + hidden).is(204);
        assertThat(get(vendor, path).body().get("relatedProducts")).hasSize(1);
    }

    @Test
    void only_administrators_put_a_product_forward() {
        int product = published("Star");
        String path = "/product/" + product;
        String featured = "/product?featured=true&company=" + vendor.companyId();

        assertThat(ids(get(customer, featured))).isEmpty();
        patch(vendor, path, "{'featured': true}").fails(403, "featured");
        patch(admin, path, "{'featured': true}").is(204);
        patch(vendor, path, "{'shortDescription': 'mine'}").is(204);
        put(vendor, path, product("Star 2")).is(200);

        assertThat(ids(get(customer, featured))).containsExactly(product);
        assertThat(get(customer, path).body().get("featured").asBoolean()).isTrue();
        patch(vendor, path, "{'featured': false}").is(403);
    }

    @Test
    void a_visitor_sees_no_drafts_flag_and_the_vendor_keeps_his_secrets() {
        int product = published("Quiet");

        assertThat(get(Principal.ANONYMOUS, "/product/" + product)
                        .body()
                        .get("requestedForApproval")
                        .asBoolean())
                .isFalse();
        get(Principal.ANONYMOUS, "/product/" + product + "/draft").is(401);
        get(customer, "/product/" + product + "/draft").is(403);
        get(rival, "/product/" + product + "/draft").is(403);
        get(vendor, "/product/" + product + "/draft").is(404);
    }
}
