package io.mercato.platform.cmw.vendor;

import io.mercato.processors.cmw.vendor.OrderValidation;
import io.mercato.processors.cmw.vendor.VendorTalk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Asks a vendor while a customer waits, and never inside of a database transaction. */
@Component
public class CallVendor extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  body OrderToValidate, variable principal
        // Out: body as it came: every address of the product let it pass; at once when it has none. Not to be called inside of
        //      a database transaction, which would be open as long as a vendor thinks
        // Fails: REJECTED with a vendor's messages; RETRYABLE when one says anything else, or nothing in time
        from("direct:cmw-validate-order-with-vendor").routeId("cmw-validate-order-with-vendor")
            .errorHandler(noErrorHandler())
            .setVariable("toValidate", body())
            .setBody(method(OrderValidation.class, "calls(${body}, ${variable.principal})"))
            .split(body()).stopOnException()
                .setVariable(VendorTalk.CALL, body())
                .to("direct:cmw-call-vendor")
                .bean(OrderValidation.class, "require")
            .end()
            .setBody(variable("toValidate"));

        // In:  variable vendorCall
        // Out: body VendorAnswer, without a status when the vendor did not answer in time, or too much
        // Fails: never: what the vendor does is an answer
        from("direct:cmw-call-vendor").routeId("cmw-call-vendor").errorHandler(noErrorHandler())
            .doTry()
                .bean(VendorTalk.class, "prepare")
                .to("http:vendor?throwExceptionOnFailure=false&followRedirects=false"
                    + "&clientConnectionManager=#vendorConnections&httpClientConfigurer=#vendorClientConfigurer")
                .setBody(method(VendorTalk.class, "answered"))
            .doCatch(Exception.class)
                .setBody(method(VendorTalk.class, "unanswered"))
            .end();
        // spotless:on
    }
}
