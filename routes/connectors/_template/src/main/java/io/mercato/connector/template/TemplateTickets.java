package io.mercato.connector.template;

import io.mercato.domain.feedback.message.Ticket;
import io.mercato.domain.feedback.message.TicketReceipt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** The steps of opening a ticket: look for it, open it unless it is there. */
@Component
public class TemplateTickets {
    static final String TICKET = "ticketTemplateTicket";
    static final String RECEIPT = "ticketTemplateReceipt";

    private final TemplateTranslator translator;

    TemplateTickets(TemplateTranslator translator) {
        this.translator = translator;
    }

    public TemplateCall find(@Variable(TICKET) Ticket ticket) {
        return TemplateCall.get(
                "/tickets?external_id=" + URLEncoder.encode(ticket.reference(), StandardCharsets.UTF_8));
    }

    /** Leaves the receipt of the ticket that a former call opened, if there is one. */
    public void recall(Exchange exchange, @Variable(TICKET) Ticket ticket, @Body String found) {
        exchange.removeVariable(RECEIPT);
        translator.found(found, ticket.reference()).ifPresent(receipt -> exchange.setVariable(RECEIPT, receipt));
    }

    public TemplateCall create(@Variable(TICKET) Ticket ticket) {
        return TemplateCall.post("/tickets", translator.toOutside(ticket));
    }

    public void created(Exchange exchange, @Body String answer) {
        TicketReceipt receipt = translator.created(answer);
        exchange.setVariable(RECEIPT, receipt);
    }
}
