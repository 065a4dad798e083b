package io.mercato.platform.cassetto;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cassetto.ObjectStore;
import io.mercato.processors.cassetto.ThumbnailMaker;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Makes smaller images after an upload. Made twice, they are the same: no inbox is needed. */
@Component
public class MakeSmallerImages extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    cassetto.thumbnails: MakeThumbnails as JSON
        // Out:   smaller images on the storage and on record; none of an image that cannot be drawn or has gone
        // Fails: rolled back while the storage is away, redelivered by the broker, then cassetto.thumbnails.dead
        from("jms:queue:{{queue.cassetto.thumbnails}}?concurrentConsumers=2")
            .routeId("cassetto-make-thumbnails").routeConfigurationId("transacted").streamCache("false")
            .setVariable("digest", method(ThumbnailMaker.class, "digest"))
            .removeHeaders("*")
            .setVariable("object", method(ObjectStore.class, "known(${variable.digest})"))
            .filter(variable("object").isNotNull())
                .to("direct:cassetto-draw-thumbnails")
                .split(variable("thumbnails")).stopOnException()
                    .bean(ThumbnailMaker.class, "put")
                    .toD("direct:storage-${properties:mercato.cassetto.storage:s3}-put?block=false")
                .end()
                .to("direct:cassetto-record-thumbnails")
            .end();

        // In: variable object; Out: variable thumbnails, files that last as long as the exchange; no body, since the bytes are
        // read and nobody is to read them again; Fails: as the storage does
        from("direct:cassetto-draw-thumbnails").routeId("cassetto-draw-thumbnails").errorHandler(noErrorHandler()).streamCache("false")
            .setBody(method(ThumbnailMaker.class, "image(${variable.digest})"))
            .toD("direct:storage-${properties:mercato.cassetto.storage:s3}-get?block=false")
            .setVariable("thumbnails", method(ThumbnailMaker.class, "make(${exchange}, ${variable.object}, ${body})"))
            .setBody(constant((Object) null));

        // In: variables digest, thumbnails; Out: their record; Fails: rolled back
        from("direct:cassetto-record-thumbnails").routeId("cassetto-record-thumbnails").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(ObjectStore.class, "made(${variable.digest}, ${variable.thumbnails})");
        // spotless:on
    }
}
