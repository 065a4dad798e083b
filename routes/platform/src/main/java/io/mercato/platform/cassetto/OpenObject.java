package io.mercato.platform.cassetto;

import io.mercato.processors.cassetto.ObjectReader;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Hands files out. That the caller may have them is decided before. */
@Component
public class OpenObject extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    body ObjectRequest
        // Out:   Download: of the content or of a smaller image of it, or of the part of it that is wanted, of which alone the
        //        storage is asked; without bytes when the client has them already
        // Fails: NOT_FOUND; UNSATISFIABLE; RETRYABLE while the storage is away
        from("direct:cassetto-open-object").routeId("cassetto-open-object").errorHandler(noErrorHandler()).streamCache("false")
            .setVariable("chosen", method(ObjectReader.class, "choose(${body})"))
            .choice()
                .when(simple("${variable.chosen.known}"))
                    .setBody(simple("${variable.chosen.download}"))
                .otherwise()
                    .setBody(simple("${variable.chosen.bytes}"))
                    .toD("direct:storage-${properties:mercato.cassetto.storage:s3}-get?block=false")
                    .setBody(method(ObjectReader.class, "open(${variable.chosen}, ${body})"))
            .end();
        // spotless:on
    }
}
