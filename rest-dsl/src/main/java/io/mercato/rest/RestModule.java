package io.mercato.rest;

import io.mercato.rest.error.FailureAnswerer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;
import org.springframework.beans.factory.annotation.Autowired;

/** The REST face of a module: from its operations come the REST DSL's definitions and a route for each of them. */
public abstract class RestModule extends RouteBuilder {
    private CallReceiver receiver;
    private CallAnswerer answerer;
    private CsvExport csv;
    private FailureAnswerer failures;

    @Autowired
    void wire(CallReceiver receiver, CallAnswerer answerer, CsvExport csv, FailureAnswerer failures) {
        this.receiver = receiver;
        this.answerer = answerer;
        this.csv = csv;
        this.failures = failures;
    }

    /** Name of the module, the tag of its operations. */
    public abstract String module();

    public abstract List<Operation<?, ?>> operations();

    @Override
    public void configure() {
        allOperations().forEach(this::define);
    }

    /** The operations, and a HEAD for each list and for what answers bytes. */
    public final Stream<Operation<?, ?>> allOperations() {
        return operations().stream()
                .flatMap(operation -> (operation.many() || operation.isBytes())
                                && operation.verb().equals("GET")
                        ? Stream.of(operation, operation.head())
                        : Stream.of(operation));
    }

    private void define(Operation<?, ?> operation) {
        describe(operation);
        if (CsvExport.isPossible(operation)) {
            defineList(operation);
            defineExport(operation);
            return;
        }
        // spotless:off
        // In:  an HTTP call
        // Out: the platform's route, with variables principal, page, filter, path and the request as body; its answer as JSON
        // Fails: every failure becomes an error body with the status of its kind; caught here, since a transaction that was
        //        rolled back further in counts as dealt with for an onException
        from("direct:rest-" + operation.id()).routeId("rest-" + operation.id())
            .routeConfigurationId("edge")
            .doTry()
                .process(exchange -> receiver.receive(exchange, operation))
                .to(operation.route())
                .process(exchange -> answerer.answer(exchange, operation))
            .doCatch(Throwable.class)
                .process(failures::answer)
            .end();
        // spotless:on
    }

    private void defineList(Operation<?, ?> operation) {
        // spotless:off
        // In:  an HTTP call for a list
        // Out: as above; all pages as CSV for who accepts that
        // Fails: as above
        from("direct:rest-" + operation.id()).routeId("rest-" + operation.id())
            .routeConfigurationId("edge")
            .doTry()
                .process(exchange -> receiver.receive(exchange, operation))
                .choice()
                    .when(variable(CallReceiver.CSV).isEqualTo(true)).to("direct:rest-export-" + operation.id())
                    .otherwise()
                        .to(operation.route())
                        .process(exchange -> answerer.answer(exchange, operation))
                .end()
            .endDoTry()
            .doCatch(Throwable.class)
                .process(failures::answer)
            .end();
        // spotless:on
    }

    private void defineExport(Operation<?, ?> operation) {
        // spotless:off
        // In:  variables principal, filter, page: the first one
        // Out: the whole list as CSV, fetched page after page
        // Fails: to the caller
        from("direct:rest-export-" + operation.id()).routeId("rest-export-" + operation.id())
            .errorHandler(noErrorHandler())
            .process(csv::open)
            .loopDoWhile(csv::hasMore)
                .to(operation.route())
                .process(exchange -> csv.append(exchange, operation))
            .end()
            .process(exchange -> csv.answer(exchange, operation));
        // spotless:on
    }

    private void describe(Operation<?, ?> operation) {
        RestDefinition rest =
                rest().tag(module()).verb(operation.verb().toLowerCase(java.util.Locale.ROOT), operation.path());
        rest.id(operation.id()).routeId("http-" + operation.id()).description(operation.summary());
        Stream.of(operation.path().split("/"))
                .filter(part -> part.contains("{"))
                .map(part -> part.substring(part.indexOf('{') + 1, part.indexOf('}')))
                .forEach(name -> rest.param()
                        .name(name)
                        .type(RestParamType.path)
                        .dataType(name.equals("id") ? "integer" : "string")
                        .required(true)
                        .endParam());
        if (operation.isUpload()) {
            Uploads.describe(rest);
        } else if (operation.hasInput()) {
            rest.type(operation.input()).consumes("application/json");
        }
        if (operation.isBytes()) {
            Downloads.describe(rest);
        } else if (operation.hasOutput()) {
            rest.produces(CsvExport.isPossible(operation) ? "application/json,text/csv" : "application/json");
            rest.responseMessage()
                    .code(operation.status())
                    .message("Done")
                    .responseModel(operation.many() ? operation.output().arrayType() : operation.output())
                    .endResponseMessage();
        } else {
            rest.responseMessage().code(operation.status()).message("Done").endResponseMessage();
        }
        rest.to("direct:rest-" + operation.id());
    }
}
