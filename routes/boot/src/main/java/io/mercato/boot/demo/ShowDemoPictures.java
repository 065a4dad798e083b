package io.mercato.boot.demo;

import io.mercato.platform.messaging.TransactionPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The demo's pictures come in as those of vendors do: looked into, stored, with smaller ones. */
@Component
@ConditionalOnProperty("mercato.demo")
class ShowDemoPictures extends RouteBuilder {
    @Override
    public void configure() {
        // spotless:off
        // In:    the clock, once after the start
        // Out:   products and companies of the demo have their pictures
        // Fails: tried again every 5 s for 10 minutes, the storage may be away; then logged, and tried at the next start
        from("timer:demo-pictures?repeatCount=1&delay=100").routeId("demo-clock-pictures")
            .errorHandler(defaultErrorHandler().maximumRedeliveries(120).redeliveryDelay(5000)
                .allowRedeliveryWhileStopping(false).logStackTrace(false))
            .to("direct:demo-show-pictures");

        // In:    nothing
        // Out:   as above; what has pictures is left alone
        // Fails: to the caller; what was finished stays
        from("direct:demo-show-pictures").routeId("demo-show-pictures").errorHandler(noErrorHandler())
            .bean(DemoPictures.class, "bare")
            .split(body()).stopOnException()
                .to("direct:demo-paint-pictures")
            .end();

        // In:    DemoPictures.Bare
        // Out:   its pictures are stored and stand with it
        // Fails: to the caller; what was stored already is nobody's, and stored once when it is tried again
        from("direct:demo-paint-pictures").routeId("demo-paint-pictures").errorHandler(noErrorHandler())
            .setVariable("thing", body())
            .setVariable("use", simple("${body.kind.use}"))
            .process(ShowDemoPictures::makeFolder)
            .setBody(method(DemoPainter.class, "paint(${variable.folder}, ${variable.thing})"))
            .split(body(), new GroupedBodyAggregationStrategy()).stopOnException()
                .to("direct:cassetto-store-object")
            .end()
            .to("direct:demo-record-pictures");

        // In: variable thing, body list of StoredObject; Out: they are on record and stand with it; Fails: rolled back
        from("direct:demo-record-pictures").routeId("demo-record-pictures").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DemoPictures.class, "show(${variable.thing}, ${body})");
        // spotless:on
    }

    /** Gone once the pictures are stored, or are not. */
    private static void makeFolder(Exchange exchange) throws IOException {
        Path folder = Files.createTempDirectory("mercato-demo");
        exchange.setVariable("folder", folder);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        });
    }
}
