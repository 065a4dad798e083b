package io.mercato.connector.openstack;

import java.util.ArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The calls that jclouds has no words for. */
@Component
class OpenStackHttpRoutes extends RouteBuilder {
    static final String CALL = "direct:cloud-openstack-call";
    static final String LIST_PAGES = "direct:cloud-openstack-list-pages";
    static final String PAGES = "openstackPages";
    static final String NEXT = "openstackNext";

    private final OpenStackHttp http;
    private final OpenStackPages pages;

    OpenStackHttpRoutes(OpenStackHttp http, OpenStackPages pages) {
        this.http = http;
        this.pages = pages;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    OpenStackCall
        // Out:   the answer's JSON as JsonNode, MissingNode for none; the caller's headers stay as they are
        // Fails: CloudException, by the answer's status
        from(CALL).routeId("cloud-openstack-call")
            .enrich("direct:cloud-openstack-send", (original, answer) -> {
                original.getMessage().setBody(answer.getMessage().getBody());
                return original;
            });

        // In:    OpenStackCall, on an exchange of its own
        // Out:   the answer's JSON; a token that ran out is renewed once
        // Fails: CloudException
        from("direct:cloud-openstack-send").routeId("cloud-openstack-send")
            .setVariable(OpenStackHttp.CALL, body())
            .to("direct:cloud-openstack-transmit")
            .choice()
                .when(header(Exchange.HTTP_RESPONSE_CODE).isEqualTo(401))
                    .bean(http, "renewToken")
                    .to("direct:cloud-openstack-transmit")
            .end()
            .bean(http, "readResponse");

        // In:    variable openstackCall
        // Out:   the HTTP response, whatever its status
        // Fails: CloudException (RETRYABLE) when there is none in time
        from("direct:cloud-openstack-transmit").routeId("cloud-openstack-transmit")
            .removeHeaders("*")
            .bean(http, "writeRequest")
            .doTry()
                .to("http:openstack?throwExceptionOnFailure=false"
                    + "&connectTimeout={{mercato.openstack.connect-timeout-millis:5000}}"
                    + "&connectionRequestTimeout={{mercato.openstack.request-timeout-millis:30000}}"
                    + "&soTimeout={{mercato.openstack.request-timeout-millis:30000}}"
                    + "&responseTimeout={{mercato.openstack.request-timeout-millis:30000}}"
                    + "&connectionsPerRoute={{mercato.openstack.connections-per-cloud:50}}"
                    + "&maxTotalConnections=1000")
                .convertBodyTo(String.class)
            .doCatch(Exception.class)
                .bean(http, "fail")
            .end();

        // In:    OpenStackCall for the first page of a list
        // Out:   all pages, as a List of JsonNode
        // Fails: CloudException
        from(LIST_PAGES).routeId("cloud-openstack-list-pages")
            .setVariable(NEXT, body())
            .setVariable(PAGES, ArrayList::new)
            .loopDoWhile(variable(NEXT).isNotNull())
                .setBody(variable(NEXT))
                .to(CALL)
                .bean(pages, "collect")
            .end()
            .setBody(variable(PAGES));
    }
    // spotless:on
}
