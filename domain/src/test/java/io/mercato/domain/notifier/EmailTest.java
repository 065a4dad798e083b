package io.mercato.domain.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailTest {
    private static final Brand BRAND = new Brand("Mercato", "#0b5cad", "https://market.example", "help@market.example");

    @Test
    void a_model_holds_plain_values_only() {
        Email email = new InvoiceEmail.ToPay(
                "7/2026",
                Money.of("12.20", "EUR"),
                Instant.parse("2026-01-12T11:19:30Z"),
                new ResourcePage("invoice", 7, "https://market.example/i/7"));

        assertThat(email.model())
                .containsExactly(
                        Map.entry("number", "7/2026"),
                        Map.entry("total", Map.of("amount", "12.20", "currency", "EUR")),
                        Map.entry("due", "2026-01-12T11:19:30Z"),
                        Map.entry(
                                "page", Map.of("kind", "invoice", "number", "7", "url", "https://market.example/i/7")));
    }

    @Test
    void what_is_null_is_left_out() {
        Email email = new OrderEmail.Rejected(3, "Wiki", true, null, new ResourcePage("product", 1, null));

        assertThat(email.model())
                .doesNotContainKey("reason")
                .containsEntry("paymentExpired", true)
                .containsEntry("page", Map.of("kind", "product", "number", "1"));
    }

    @Test
    void a_request_names_the_template_and_never_prints_a_password() {
        EmailRequested request = new SubscriptionEmail.Deployed(
                        "wiki",
                        "Wiki",
                        new ResourcePage("subscription", 1, null),
                        "http://127.77.0.1",
                        "admin",
                        "s3cret",
                        null,
                        List.of(new SubscriptionEmail.Endpoint(null, "APP", "https://crm.example")),
                        true,
                        false)
                .to(new Recipient("Ada", "ada@example.org"), "it", BRAND);

        assertThat(request.template()).isEqualTo("subscription-deployed");
        assertThat(request.model())
                .containsEntry("password", "s3cret")
                .containsEntry("endpoints", List.of(Map.of("category", "APP", "address", "https://crm.example")));
        assertThat(request.toString()).doesNotContain("s3cret");
    }

    @Test
    void every_template_is_found_by_its_name() {
        for (EmailTemplate template : EmailTemplate.values()) {
            assertThat(EmailTemplate.named(template.templateName())).contains(template);
        }
        assertThat(EmailTemplate.named("../secrets")).isEmpty();
    }
}
