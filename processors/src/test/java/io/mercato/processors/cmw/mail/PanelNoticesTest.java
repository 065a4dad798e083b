package io.mercato.processors.cmw.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.AccountEmail;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.EmailTemplate;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelNoticesTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");
    private static final ResourcePage PAGE = new ResourcePage("order", 41, null);
    private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");
    private static final Money TOTAL = Money.of("12.20", "EUR");

    private final PanelNotices notices = new PanelNotices(DATABASE.jdbc(), new MovableClock());
    private Market market;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void market() {
        market = new Market(DATABASE.jdbc());
    }

    @Test
    void what_an_e_mail_tells_stands_in_the_panel_in_the_user_s_language() {
        Email email = new SubscriptionEmail.Deployed(
                "my-wiki", "Wiki", PAGE, null, null, "s3cret", null, List.of(), false, false);
        notices.tell(market.customer.userId(), email, "subscription/7");
        DATABASE.jdbc().sql("update cmw.\"user\" set language = 'it'").update();
        notices.tell(market.customer.userId(), email, "subscription/7");
        DATABASE.jdbc().sql("update cmw.\"user\" set language = 'fi'").update();
        notices.tell(market.customer.userId(), email, "subscription/7");

        assertThat(market.column(
                        String.class,
                        "select message from cmw.notification where user_id = ? and about = 'subscription/7' order by id",
                        market.customer.userId()))
                .containsExactly("my-wiki is ready", "my-wiki è pronto", "my-wiki is ready");
    }

    @Test
    void money_and_days_are_told_in_words() {
        notices.tell(market.customer.userId(), new InvoiceEmail.ToPay("1/2026", TOTAL, AT, PAGE), "invoice/1");

        assertThat(messages()).containsExactly("Invoice 1/2026 over 12.20 EUR is to be paid by 2026-03-05");
    }

    @Test
    void what_has_no_sentence_is_an_e_mail_only() {
        notices.tell(market.customer.userId(), new AccountEmail.Registered("ada", "url"), "user/1");

        assertThat(messages()).isEmpty();
    }

    @Test
    void every_sentence_belongs_to_an_e_mail_and_finds_its_values() throws IOException {
        Properties english = read("en");
        assertThat(read("it").keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(EmailTemplate.named(key)).isPresent());
        List<Email> told = List.of(
                new OrderEmail.Rejected(41, "Wiki", true, null, PAGE),
                new SubscriptionEmail.Deploying("my-wiki", "Wiki", PAGE),
                new SubscriptionEmail.Deployed(
                        "my-wiki", "Wiki", PAGE, null, null, null, null, List.of(), false, false),
                new SubscriptionEmail.DeploymentFailed("my-wiki", "Wiki", PAGE),
                new SubscriptionEmail.Stopped("my-wiki", "Wiki", true, PAGE),
                new SubscriptionEmail.Undeployed("my-wiki", "Wiki", true, PAGE),
                new SubscriptionEmail.Killed("my-wiki", "Wiki", AT, PAGE),
                new SubscriptionEmail.Expiring("my-wiki", "Wiki", AT, 7, true, PAGE),
                new SubscriptionEmail.HasFailed("my-wiki", "Wiki", PAGE),
                new InvoiceEmail.Overdue("1/2026", TOTAL, AT, "my-wiki", "Wiki", PAGE),
                new InvoiceEmail.Issued("1/2026", TOTAL, AT, PAGE),
                new InvoiceEmail.ToPay("1/2026", TOTAL, AT, PAGE),
                new InvoiceEmail.Paid("1/2026", TOTAL, AT, PAGE));
        assertThat(told.stream().map(email -> email.template().templateName()))
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String language : List.of("en", "it")) {
            DATABASE.jdbc()
                    .sql("update cmw.\"user\" set language = ?")
                    .param(language)
                    .update();
            told.forEach(email -> notices.tell(market.customer.userId(), email, "x"));
        }
        assertThat(messages())
                .hasSize(26)
                .allSatisfy(message -> assertThat(message).doesNotContain("{", "}", "null", "T10:"));
    }

    private List<String> messages() {
        return market.column(String.class, "select message from cmw.notification order by id");
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = PanelNoticesTest.class.getResourceAsStream("/cmw/notices_" + language + ".properties")) {
            texts.load(in);
        }
        return texts;
    }
}
