package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.AccountEmail;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.EmailTemplate;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailRendererTest {
    private static final EmailRenderer RENDERER = new EmailRenderer();

    static Stream<Arguments> everyEmailInEveryLanguage() {
        return EmailRenderer.LANGUAGES.stream()
                .flatMap(language -> Emails.all().stream().map(email -> Arguments.of(email, language)));
    }

    @ParameterizedTest
    @MethodSource("everyEmailInEveryLanguage")
    void every_email_is_written_in_every_language(Email email, String language) {
        RenderedEmail rendered = RENDERER.render(Emails.arrived(email, language));

        assertThat(rendered.subject()).isNotBlank().doesNotContain("{", "}");
        assertThat(rendered.text())
                .doesNotContain("{", "}", "<#", "${", "&amp;", "<p", "<td")
                .contains("Ada Rossi", "Bazaar & Sons", "Via Roma 1, Milano", "https://market.example/page?a=1&b=2");
        assertThat(rendered.html())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "lang=\"" + language + "\"",
                        "Bazaar &amp; Sons",
                        "href=\"https://market.example/page?a=1&amp;b=2\"",
                        "#0b5cad",
                        "prefers-color-scheme: dark")
                .doesNotContain("<#", "${", "<@");
    }

    @Test
    void the_list_of_emails_holds_every_template() {
        assertThat(Emails.all()).extracting(Email::template).contains(EmailTemplate.values());
    }

    @Test
    void every_language_has_the_same_sentences_with_the_same_values() {
        EmailTexts english = EmailTexts.of("en");
        for (String language : EmailRenderer.LANGUAGES) {
            EmailTexts texts = EmailTexts.of(language);
            assertThat(texts.keys()).isEqualTo(english.keys());
            for (String key : english.keys()) {
                assertThat(placeholders(texts, key)).as(key).isEqualTo(placeholders(english, key));
            }
        }
    }

    @Test
    void every_sentence_is_used_by_some_email() {
        Recipient nobody = new Recipient("", "x@example.org");
        Set<String> unused = new TreeSet<>(EmailTexts.of("en").keys());
        for (Email email : Emails.all()) {
            RenderedEmail named = RENDERER.render(Emails.arrived(email, "en"));
            RenderedEmail nameless = RENDERER.render(Emails.arrived(email, nobody, "en", Emails.BRAND));
            String all = named.subject() + named.text() + nameless.text();
            unused.removeIf(key -> appears(key, email, all));
        }
        for (String kind : List.of("order", "subscription", "invoice", "product", "company")) {
            Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", new ResourcePage(kind, 7, null));
            String all = RENDERER.render(Emails.arrived(email, "en")).text();
            assertThat(all).contains("Reference: " + kind + " 7");
            unused.removeIf(key -> appears(key, email, all));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void what_a_customer_needs_to_log_in_stands_in_text_and_html() {
        RenderedEmail rendered = RENDERER.render(Emails.arrived(Emails.deployed("s3cret<&>"), "en"));

        assertThat(rendered.subject()).isEqualTo("my-wiki is ready");
        assertThat(rendered.text())
                .contains(
                        "Address: http://127.77.0.1:8090",
                        "Login: admin",
                        "Password: s3cret<&>",
                        "SSH: ssh -p 2222 debian@127.77.0.1");
        assertThat(rendered.html())
                .contains(">s3cret&lt;&amp;&gt;</code>", "href=\"http://127.77.0.1:8090\"")
                .doesNotContain("s3cret<");
        assertThat(rendered.toString()).doesNotContain("s3cret");
    }

    @Test
    void money_and_days_are_written_as_the_language_writes_them() {
        Email email = new InvoiceEmail.ToPay(
                "41/2026",
                Money.of("1234.50", "EUR"),
                Instant.parse("2026-03-05T10:00:00Z"),
                page("https://market.example"));

        assertThat(RENDERER.render(Emails.arrived(email, "en")).text()).contains("€1,234.50", "March 5, 2026");
        assertThat(RENDERER.render(Emails.arrived(email, "it")).text())
                .containsPattern("1\\.234,50\\h€")
                .contains("5 marzo 2026");
    }

    @Test
    void without_a_page_there_is_no_button_but_the_reference() {
        Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", page(null));

        RenderedEmail english = RENDERER.render(Emails.arrived(email, "en"));
        assertThat(english.text()).contains("Reference: subscription 7").doesNotContain("Follow the progress");
        assertThat(english.html()).contains("Reference: subscription 7").doesNotContain("class=\"button\"");
        assertThat(RENDERER.render(Emails.arrived(email, "it")).text()).contains("Riferimento: sottoscrizione 7");
    }

    @Test
    void what_the_vendor_runs_is_reached_at_his_addresses() {
        Email email = new SubscriptionEmail.Deployed(
                "crm",
                "CRM",
                page(null),
                null,
                null,
                null,
                null,
                List.of(
                        new SubscriptionEmail.Endpoint("The CRM", "APP", "https://crm.example"),
                        new SubscriptionEmail.Endpoint(null, "PASSWORD_RESET", "https://crm.example/reset?a=1&b=2")),
                true,
                false);

        RenderedEmail rendered = RENDERER.render(Emails.arrived(email, "en"));
        assertThat(rendered.text())
                .contains(
                        "This is how you reach it:",
                        "The CRM: https://crm.example",
                        "New password: https://crm.example/reset?a=1&b=2",
                        "What you log in with stands in your subscription")
                .doesNotContain("instructions");
        assertThat(rendered.html()).contains("href=\"https://crm.example/reset?a=1&amp;b=2\"");
    }

    @Test
    void where_nothing_is_known_of_how_to_reach_it_nothing_is_promised() {
        Email email = new SubscriptionEmail.Deployed(
                "crm", "CRM", page(null), null, null, null, null, List.of(), false, false);

        assertThat(RENDERER.render(Emails.arrived(email, "en")).text())
                .contains("crm (CRM) is ready.")
                .doesNotContain("reach it");
    }

    @Test
    void an_order_that_waits_says_for_what() {
        Instant begins = Instant.parse("2026-03-05T10:00:00Z");

        assertThat(created(true, begins))
                .contains("waits for approval", "March 5, 2026")
                .doesNotContain("paid");
        assertThat(created(false, begins)).contains("set up for March 5, 2026").doesNotContain("paid", "approval");
        assertThat(created(false, null)).contains("We start as soon as it is paid.");
    }

    private static String created(boolean toApprove, Instant begins) {
        Email email = new OrderEmail.Created(
                41, "Wiki", "Gold", Money.of("12.20", "EUR"), true, toApprove, begins, null, page(null));
        return RENDERER.render(Emails.arrived(email, "en")).text();
    }

    @Test
    void other_quantities_are_named() {
        Email email = new SubscriptionEmail.QuantitiesChanged(
                "my-wiki",
                "Wiki",
                List.of(new SubscriptionEmail.Quantity("Seats", 1300, 1500)),
                false,
                Instant.parse("2026-03-05T10:00:00Z"),
                page(null));

        assertThat(RENDERER.render(Emails.arrived(email, "en")).text()).contains("Seats: 1300 → 1500");
    }

    @Test
    void until_when_a_link_is_good_is_told_to_the_minute() {
        Email email = new AccountEmail.PasswordRecovery(
                "ada", "https://market.example", Instant.parse("2026-03-05T10:07:30Z"));

        assertThat(RENDERER.render(Emails.arrived(email, "en")).text())
                .contains("Good until: March 5, 2026, 10:07 UTC");
        assertThat(RENDERER.render(Emails.arrived(email, "it")).text()).contains("5 marzo 2026, 10:07 UTC");
    }

    private static ResourcePage page(String url) {
        return new ResourcePage("subscription", 7, url);
    }

    @Test
    void a_language_without_texts_falls_back_to_english() {
        Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", page("https://market.example"));

        for (String language : new String[] {"de", "", "../secrets"}) {
            assertThat(RENDERER.render(Emails.arrived(email, language)))
                    .isEqualTo(RENDERER.render(Emails.arrived(email, "en")));
        }
        assertThat(RENDERER.render(Emails.arrived(email, "it")).subject()).isEqualTo("Stiamo preparando my-wiki");
    }

    @Test
    void markup_in_a_name_stays_a_name() {
        Email email =
                new SubscriptionEmail.Deploying("<script>alert(1)</script>", "W${1+1}", page("https://market.example"));

        assertThat(RENDERER.render(Emails.arrived(email, "en")).html())
                .contains("&lt;script&gt;", "W${1+1}")
                .doesNotContain("<script");
    }

    @Test
    void an_address_that_is_not_http_never_becomes_a_link() {
        Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", page("javascript:alert(1)"));

        assertThatThrownBy(() -> RENDERER.render(Emails.arrived(email, "en")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_that_lacks_a_value_is_an_error() {
        EmailRequested whole = Emails.arrived(Emails.deployed("s3cret"), "en");
        Map<String, Object> model = new HashMap<>(whole.model());
        model.remove("name");

        assertThatThrownBy(() ->
                        RENDERER.render(new EmailRequested(whole.template(), whole.to(), "en", model, whole.brand())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void an_unknown_email_is_an_error() {
        EmailRequested whole = Emails.arrived(Emails.deployed("s3cret"), "en");

        assertThatThrownBy(() -> RENDERER.render(
                        new EmailRequested("../layout/html", whole.to(), "en", whole.model(), whole.brand())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_colour_that_cannot_be_read_does_not_reach_the_page() {
        Brand brand = new Brand("M", "red;background:url(//evil)", "https://market.example", "");
        RenderedEmail rendered = RENDERER.render(Emails.arrived(Emails.deployed("x"), Emails.ADA, "en", brand));

        assertThat(rendered.html()).contains("#0b5cad").doesNotContain("evil", "mailto:");
    }

    private static boolean appears(String key, Email email, String all) {
        String template = email.template().templateName();
        if (!key.startsWith("common.") && !key.startsWith(template + ".")) {
            return false;
        }
        Map<String, Object> model = new HashMap<>(email.model());
        model.put("marketplace", Emails.BRAND.marketplace());
        model.put("recipient", Emails.ADA.name());
        boolean whole = placeholders(EmailTexts.of("en"), key).stream()
                .map(place -> place.replaceAll("[{}]|:date", ""))
                .allMatch(model::containsKey);
        return whole && all.contains(EmailTexts.of("en").sentence(key, model));
    }

    private static Set<String> placeholders(EmailTexts texts, String key) {
        Set<String> names = new HashSet<>();
        Matcher matcher = Pattern.compile("\\{[^}]*}").matcher(texts.raw(key));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
