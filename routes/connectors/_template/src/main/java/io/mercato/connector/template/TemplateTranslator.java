package io.mercato.connector.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.connector.template.OutsideTicket.Many;
import io.mercato.connector.template.OutsideTicket.One;
import io.mercato.connector.template.OutsideTicket.Requester;
import io.mercato.domain.feedback.message.Ticket;
import io.mercato.domain.feedback.message.TicketReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Between the platform's ticket and the outside system's: pure, so that a test needs no server. */
@Component
class TemplateTranslator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TemplateSettings settings;

    TemplateTranslator(TemplateSettings settings) {
        this.settings = settings;
    }

    String toOutside(Ticket ticket) {
        OutsideTicket outside = new OutsideTicket(
                null,
                null,
                ticket.reference(),
                settings.queue(),
                ticket.subject(),
                description(ticket),
                new Requester(ticket.reporterName(), ticket.reporterEmail(), ticket.language()),
                tags(ticket));
        try {
            return JSON.writeValueAsString(new One(outside));
        } catch (JsonProcessingException e) {
            throw TemplateErrors.unreadable(e);
        }
    }

    /** The ticket of this reference among those found; the system's search may be a fuzzy one. */
    Optional<TicketReceipt> found(String json, String reference) {
        List<OutsideTicket> tickets = read(json, Many.class).tickets();
        return Optional.ofNullable(tickets).orElse(List.of()).stream()
                .filter(ticket -> reference.equals(ticket.externalId()))
                .findFirst()
                .map(TemplateTranslator::receipt);
    }

    TicketReceipt created(String json) {
        OutsideTicket ticket = read(json, One.class).ticket();
        if (ticket == null) {
            throw TemplateErrors.unreadable(null);
        }
        return receipt(ticket);
    }

    private static TicketReceipt receipt(OutsideTicket ticket) {
        if (ticket.id() == null) {
            throw TemplateErrors.unreadable(null);
        }
        return new TicketReceipt(ticket.id().toString(), ticket.url());
    }

    private static String description(Ticket ticket) {
        return ticket.page() == null ? ticket.text() : ticket.text() + "\n\nPage: " + ticket.page();
    }

    private static List<String> tags(Ticket ticket) {
        List<String> tags = new ArrayList<>(ticket.tags());
        if (!ticket.category().isBlank()) {
            tags.add(ticket.category());
        }
        return tags;
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            T value = JSON.readValue(json, type);
            if (value == null) {
                throw TemplateErrors.unreadable(null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw TemplateErrors.unreadable(e);
        }
    }
}
