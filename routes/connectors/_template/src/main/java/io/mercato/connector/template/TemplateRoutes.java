package io.mercato.connector.template;

import io.mercato.domain.error.MercatoException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What every ticket system offers: {@code create} and {@code verify}. */
@Component
class TemplateRoutes extends RouteBuilder {
    private static final String CALL = "direct:ticket-template-call";

    private final TemplateTickets tickets;
    private final TemplateVerifier verifier;
    private final TemplateHttp http;

    TemplateRoutes(TemplateTickets tickets, TemplateVerifier verifier, TemplateHttp http) {
        this.tickets = tickets;
        this.verifier = verifier;
        this.http = http;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    Ticket
        // Out:   TicketReceipt: of the ticket that a former call opened, else of a new one; never two
        // Fails: MercatoException, RETRYABLE when the same call may go through later
        from("direct:ticket-template-create").routeId("ticket-template-create")
            .setVariable(TemplateTickets.TICKET, body())
            .bean(tickets, "find").to(CALL)
            .bean(tickets, "recall")
            .choice()
                .when(variable(TemplateTickets.RECEIPT).isNull())
                    .bean(tickets, "create").to(CALL)
                    .bean(tickets, "created")
            .end()
            .setBody(variable(TemplateTickets.RECEIPT));

        // In:    nothing
        // Out:   ConnectionVerdict
        // Fails: never for a refused token or a system that is away
        from("direct:ticket-template-verify").routeId("ticket-template-verify")
            .doTry()
                .bean(verifier, "ask").to(CALL)
                .bean(verifier, "accepted")
            .doCatch(MercatoException.class)
                .bean(verifier, "refused")
            .end();

        // In:    TemplateCall
        // Out:   the answer's body; the caller's headers stay as they are and are not sent
        // Fails: MercatoException, by the answer's status
        from(CALL).routeId("ticket-template-call")
            .enrich("direct:ticket-template-send", (original, answer) -> {
                original.getMessage().setBody(answer.getMessage().getBody());
                return original;
            });

        // In:    TemplateCall, on an exchange of its own
        // Out:   the answer's body
        // Fails: MercatoException; a time-out and a refused connection are RETRYABLE
        from("direct:ticket-template-send").routeId("ticket-template-send")
            .removeHeaders("*")
            .bean(http, "writeRequest")
            .doTry()
                .to("http:ticket-template?throwExceptionOnFailure=false"
                    + "&connectTimeout={{mercato.connectors.ticket-template.connect-timeout-millis:5000}}"
                    + "&connectionRequestTimeout={{mercato.connectors.ticket-template.request-timeout-millis:30000}}"
                    + "&soTimeout={{mercato.connectors.ticket-template.request-timeout-millis:30000}}"
                    + "&responseTimeout={{mercato.connectors.ticket-template.request-timeout-millis:30000}}")
                .convertBodyTo(String.class)
            .doCatch(Exception.class)
                .bean(http, "fail")
            .end()
            .bean(http, "readResponse");
    }
    // spotless:on
}
