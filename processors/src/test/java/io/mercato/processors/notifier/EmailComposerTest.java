package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import io.mercato.domain.notifier.message.EmailRequested.Recipient;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailComposerTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000042");
    private static final RenderedEmail RENDERED = new RenderedEmail("È pronto", "Ciao è", "<p>Ciao è</p>");

    private final EmailComposer composer =
            new EmailComposer(Emails.settings("no-reply@market.example"), Clock.systemUTC());

    @Test
    void text_and_html_are_alternatives_and_text_comes_first() throws Exception {
        MimeMultipart parts =
                (MimeMultipart) compose(Emails.ADA, Emails.BRAND, RENDERED).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Ciao è");
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Ciao è</p>");
    }

    @Test
    void the_message_id_is_made_of_the_requests_so_that_a_second_one_is_recognised() throws Exception {
        assertThat(compose(Emails.ADA, Emails.BRAND, RENDERED).getMessageID())
                .isEqualTo("<00000000-0000-0000-0000-000000000042@market.example>");
    }

    @Test
    void the_marketplace_sends_and_its_help_is_answered_to() throws Exception {
        MimeMessage message = compose(new Recipient("Zoë Müller", "zoe@example.org"), Emails.BRAND, RENDERED);

        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Bazaar & Sons");
        assertThat(message.getReplyTo()[0]).hasToString("help@market.example");
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Zoë Müller");
        assertThat(message.getSubject()).isEqualTo("È pronto");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: all@example.org", "Ada\nX: y", "Ada\u0000"})
    void a_line_break_in_a_name_or_in_the_subject_is_refused(String text) {
        Brand brand = new Brand(text, "#0b5cad", "https://market.example", "");

        assertRefused(new Recipient(text, "ada@example.org"), Emails.BRAND, RENDERED);
        assertRefused(Emails.ADA, brand, RENDERED);
        assertRefused(Emails.ADA, Emails.BRAND, new RenderedEmail(text, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "a@b.c, d@e.f", "ada@example.org\r\nBcc: all@example.org"})
    void what_is_not_one_address_is_refused(String address) {
        assertRefused(new Recipient("Ada", address), Emails.BRAND, RENDERED);
    }

    private void assertRefused(Recipient to, Brand brand, RenderedEmail rendered) {
        assertThatThrownBy(() -> compose(to, brand, rendered)).isInstanceOf(EmailRefusedException.class);
    }

    private MimeMessage compose(Recipient to, Brand brand, RenderedEmail rendered) {
        EmailRequested request = Emails.deployed("s3cret").to(to, "en", brand);
        return composer.compose(ID, request, rendered);
    }
}
