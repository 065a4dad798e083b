package io.mercato.domain.feedback.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for or complains about, on its way to a ticket system: the body of {@code
 * direct:ticket-<connector>-create}.
 *
 * @param platform name of this platform, so that two of them can share one ticket system
 * @param id id in the platform; with the platform's name it is the token by which a repeated call finds the ticket
 *     that the first one made
 * @param subject one line, never blank
 * @param text what it is about, plain text, lines separated by {@code \n}
 * @param category one of the categories that the marketplace offers; empty for none
 * @param tags further words to find it by
 * @param reporterName who writes; empty when nobody said
 * @param reporterEmail where the answer goes
 * @param language language of the text, as {@code de} or {@code pt-BR}
 * @param page address of the page that it was written on, if known
 * @param createdAt when it was written
 */
public record Ticket(
        String platform,
        int id,
        String subject,
        String text,
        String category,
        List<String> tags,
        String reporterName,
        String reporterEmail,
        String language,
        @Nullable String page,
        Instant createdAt) {

    public Ticket {
        tags = List.copyOf(tags);
    }

    /** What a ticket system keeps to find the ticket again: {@code mercato-17}. */
    public String reference() {
        return platform + "-" + id;
    }
}
