package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.EmailTemplate;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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
                "41/2026", Money.of("1234.50", "EUR"), Instant.parse("2026-03-05T10:00:00Z"), "https://market.example");

        assertThat(RENDERER.render(Emails.arrived(email, "en")).text()).contains("€1,234.50", "March 5, 2026");
        assertThat(RENDERER.render(Emails.arrived(email, "it")).text())
                .containsPattern("1\\.234,50\\h€")
                .contains("5 marzo 2026");
    }

    @Test
    void a_language_without_texts_falls_back_to_english() {
        Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", "https://market.example");

        for (String language : new String[] {"de", "", "../secrets"}) {
            assertThat(RENDERER.render(Emails.arrived(email, language)))
                    .isEqualTo(RENDERER.render(Emails.arrived(email, "en")));
        }
        assertThat(RENDERER.render(Emails.arrived(email, "it")).subject()).isEqualTo("Stiamo preparando my-wiki");
    }

    @Test
    void markup_in_a_name_stays_a_name() {
        Email email = new SubscriptionEmail.Deploying("<script>alert(1)</script>", "W${1+1}", "https://market.example");

        assertThat(RENDERER.render(Emails.arrived(email, "en")).html())
                .contains("&lt;script&gt;", "W${1+1}")
                .doesNotContain("<script");
    }

    @Test
    void an_address_that_is_not_http_never_becomes_a_link() {
        Email email = new SubscriptionEmail.Deploying("my-wiki", "Wiki", "javascript:alert(1)");

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
        return all.contains(EmailTexts.of("en").sentence(key, model));
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
