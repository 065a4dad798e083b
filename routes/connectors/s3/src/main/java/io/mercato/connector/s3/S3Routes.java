package io.mercato.connector.s3;

import io.mercato.domain.error.MercatoException;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * What every storage offers: {@code put}, {@code get}, {@code delete}, {@code list} and {@code verify}. Bytes stream
 * through; Camel keeps no copy of them.
 */
@Component
class S3Routes extends RouteBuilder {
    /** With a file name the endpoint does not look for its bucket at the start, when the storage may be away. */
    private static final String BUCKET =
            "aws2-s3:{{mercato.s3.bucket:mercato}}?amazonS3Client=#storageS3Client&fileName=none";

    private final S3Translator translator;
    private final S3Errors errors;
    private final S3Verifier verifier;

    S3Routes(S3Translator translator, S3Errors errors, S3Verifier verifier) {
        this.translator = translator;
        this.errors = errors;
        this.verifier = verifier;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        AggregationStrategy body = (caller, answer) -> {
            caller.getMessage().setBody(answer.getMessage().getBody());
            return caller;
        };

        // In: PutObject; Out: nothing new, the object is there as a whole
        // Fails: MercatoException, RETRYABLE when the same call may go through later
        from("direct:storage-s3-put").routeId("storage-s3-put").streamCache("false")
            .enrich("direct:storage-s3-send-put", body);
        // In: GetObject; Out: an InputStream, which the caller closes; Fails: as above, NOT_FOUND when there is none
        from("direct:storage-s3-get").routeId("storage-s3-get").streamCache("false")
            .enrich("direct:storage-s3-send-get", body);
        // In: a key; Out: nothing has the key any more; Fails: as above
        from("direct:storage-s3-delete").routeId("storage-s3-delete").streamCache("false")
            .enrich("direct:storage-s3-send-delete", body);
        // In: ListObjects; Out: list of StoredKey; Fails: as above
        from("direct:storage-s3-list").routeId("storage-s3-list").streamCache("false")
            .enrich("direct:storage-s3-send-list", body);

        // In: nothing; Out: ConnectionVerdict; Fails: never for refused keys, no bucket or a storage that is away
        from("direct:storage-s3-verify").routeId("storage-s3-verify")
            .doTry()
                .enrich("direct:storage-s3-send-verify", body)
                .bean(verifier, "accepted")
            .doCatch(MercatoException.class)
                .bean(verifier, "refused")
            .end();
        send();
    }

    private void send() {
        // In: PutObject, on an exchange of its own; Out: nothing; Fails: MercatoException, by what was answered
        from("direct:storage-s3-send-put").routeId("storage-s3-send-put").streamCache("false")
            .removeHeaders("*").bean(translator, "put")
            .doTry().to(BUCKET).doCatch(Exception.class).bean(errors, "fail").end();

        // In: GetObject, on an exchange of its own; Out: the bytes as they come; Fails: as above
        from("direct:storage-s3-send-get").routeId("storage-s3-send-get").streamCache("false")
            .removeHeaders("*").bean(translator, "get")
            .doTry().to(BUCKET + "&operation=getObject&pojoRequest=true").doCatch(Exception.class).bean(errors, "fail").end();

        // In: a key, on an exchange of its own; Out: nothing; Fails: as above
        from("direct:storage-s3-send-delete").routeId("storage-s3-send-delete").streamCache("false")
            .removeHeaders("*").bean(translator, "key")
            .doTry().to(BUCKET + "&operation=deleteObject").doCatch(Exception.class).bean(errors, "fail").end();

        // In: ListObjects, on an exchange of its own; Out: list of StoredKey; Fails: as above
        from("direct:storage-s3-send-list").routeId("storage-s3-send-list").streamCache("false")
            .removeHeaders("*").bean(translator, "list")
            .doTry().to(BUCKET + "&operation=listObjects&pojoRequest=true").doCatch(Exception.class).bean(errors, "fail").end()
            .bean(translator, "keys");

        // In: anything, on an exchange of its own; Out: the bucket is there; Fails: as above
        from("direct:storage-s3-send-verify").routeId("storage-s3-send-verify")
            .removeHeaders("*").bean(translator, "bucket")
            .doTry().to(BUCKET + "&operation=headBucket").doCatch(Exception.class).bean(errors, "fail").end()
            .bean(verifier, "requireBucket");
    }
    // spotless:on
}
