package io.mercato.platform.cassetto;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cassetto.ObjectStore;
import io.mercato.processors.cassetto.UploadDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes files in. */
@Component
public class StoreObject extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    body Upload, variable use: ObjectUse
        // Out:   StoredObject: looked into, taken, and on the storage once however often it is sent. Nobody holds it yet
        // Fails: REJECTED for what is not taken; RETRYABLE while the storage is away, and then nothing is kept
        from("direct:cassetto-store-object").routeId("cassetto-store-object").errorHandler(noErrorHandler())
            .setVariable("candidate", method(UploadDesk.class, "admit(${body}, ${variable.use})"))
            .to("direct:cassetto-put-object")
            .setBody(simple("${variable.candidate.object}"));

        // In:    variable candidate
        // Out:   bytes on the storage, their record, and the wish for smaller images, unless they are there already. The
        //        record's row is held meanwhile, so that nobody removes what is being put
        // Fails: rolled back; bytes that came as far as the storage are found by the sweep
        from("direct:cassetto-put-object").routeId("cassetto-put-object").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("isStored", method(ObjectStore.class, "claim(${variable.candidate})"))
            .filter(variable("isStored").isEqualTo(false))
                .setBody(method(UploadDesk.class, "put(${variable.candidate})"))
                .toD("direct:storage-${properties:mercato.cassetto.storage:s3}-put?block=false")
                .bean(ObjectStore.class, "stored(${variable.candidate})")
            .end();
        // spotless:on
    }
}
