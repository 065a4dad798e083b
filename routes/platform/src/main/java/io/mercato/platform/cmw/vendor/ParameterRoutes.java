package io.mercato.platform.cmw.vendor;

import io.mercato.processors.cmw.vendor.ParameterQuestions;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.cmw.vendor.VendorCall;
import io.mercato.processors.cmw.vendor.VendorTalk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads configuration parameters, and finds out which values there are for one. */
@Component
public class ParameterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter, page; Out: a Page of ConfigurationParameter; Fails: INVALID filter
        from("direct:cmw-list-configuration-parameters").routeId("cmw-list-configuration-parameters")
            .errorHandler(noErrorHandler())
            .bean(ParameterStore.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body ConfigurationParameter; Fails: NOT_FOUND
        from("direct:cmw-get-configuration-parameter").routeId("cmw-get-configuration-parameter")
            .errorHandler(noErrorHandler())
            .bean(ParameterStore.class, "get(${variable.principal}, ${variable.id})");

        // In:  variables principal, id, body ChoicesRequest; Out: body ParameterChoices, the parameter's own or the vendor's
        // Fails: NOT_FOUND; REJECTED for another's plan, buyer or account; RETRYABLE when the vendor gives no answer
        from("direct:cmw-list-parameter-choices").routeId("cmw-list-parameter-choices").errorHandler(noErrorHandler())
            .bean(ParameterQuestions.class, "ask(${variable.principal}, ${variable.id}, ${body})")
            .filter(body().isInstanceOf(VendorCall.class))
                .to("direct:cmw-ask-vendor-for-choices")
            .end();

        // In:  variables request, principal; Out: nothing: each value that only the vendor can name, he does name
        // Fails: REJECTED when he does not; RETRYABLE when he gives no answer. Not to be called inside of a database transaction
        from("direct:cmw-check-chosen-values").routeId("cmw-check-chosen-values").errorHandler(noErrorHandler())
            .setBody(method(ParameterQuestions.class, "chosen(${variable.request}, ${variable.principal})"))
            .split(body()).stopOnException()
                .setVariable("chosen", body())
                .setBody(simple("${variable.chosen.call}"))
                .to("direct:cmw-ask-vendor-for-choices")
                .bean(ParameterQuestions.class, "require(${body}, ${variable.chosen})")
            .end();

        // In:  body VendorCall; Out: body ParameterChoices; a vendor who is not there or stumbles is asked again
        // Fails: RETRYABLE when he still does not answer, or says what nobody understands
        from("direct:cmw-ask-vendor-for-choices").routeId("cmw-ask-vendor-for-choices").errorHandler(noErrorHandler())
            .setVariable(VendorTalk.CALL, body())
            .loopDoWhile(method(ParameterQuestions.class, "isToBeAsked"))
                .to("direct:cmw-call-vendor")
                .setVariable("answer", body())
            .end()
            .bean(ParameterQuestions.class, "read(${variable.answer})");
        // spotless:on
    }
}
