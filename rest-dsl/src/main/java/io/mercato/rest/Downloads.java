package io.mercato.rest;

import io.mercato.domain.transfer.ByteRange;
import io.mercato.domain.transfer.Download;
import io.mercato.domain.transfer.Download.Caching;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.http.ContentDisposition;

/** Answers that are bytes. A browser shows what is harmless and saves the rest; nothing in them runs or is guessed at. */
final class Downloads {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int UNSATISFIABLE = 416;
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "application/pdf");
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private Downloads() {}

    /** What stands in the OpenAPI document. */
    static void describe(RestDefinition rest) {
        rest.produces("application/octet-stream");
        rest.responseMessage()
                .code(OK)
                .message("The bytes, with their own media type")
                .endResponseMessage();
        rest.responseMessage()
                .code(PARTIAL)
                .message("The part of the bytes that the client has asked for with Range")
                .endResponseMessage();
        rest.responseMessage()
                .code(UNSATISFIABLE)
                .message("There are fewer bytes than that")
                .endResponseMessage();
        rest.responseMessage()
                .code(NOT_MODIFIED)
                .message("The client has them already")
                .endResponseMessage();
    }

    static void answer(Exchange exchange, Download download, String verb) {
        Message message = exchange.getMessage();
        message.setHeader("ETag", '"' + download.tag() + '"');
        message.setHeader("Cache-Control", caching(download.caching()));
        message.setHeader("X-Content-Type-Options", "nosniff");
        if (download.inParts()) {
            message.setHeader("Accept-Ranges", "bytes");
        }
        if (download.isUnchanged()) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, NOT_MODIFIED);
            message.setBody(null);
            return;
        }
        closeAfterwards(exchange, download.bytes());
        message.setHeader(Exchange.CONTENT_TYPE, download.type());
        ByteRange part = download.part();
        message.setHeader("Content-Length", part == null ? download.size() : part.length());
        if (part != null) {
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, PARTIAL);
            message.setHeader("Content-Range", part.of(download.size()));
        }
        message.setHeader("Content-Disposition", disposition(download));
        if (!download.type().equals("application/pdf")) {
            message.setHeader("Content-Security-Policy", NOTHING_RUNS);
        }
        message.setBody(verb.equals("HEAD") ? null : download.bytes());
    }

    private static String caching(Caching caching) {
        return switch (caching) {
            case FOR_EVER -> "public, max-age=31536000, immutable";
            case FOR_A_MOMENT -> "public, max-age=5";
            case PRIVATE -> "private, no-cache";
        };
    }

    private static String disposition(Download download) {
        ContentDisposition.Builder how =
                SHOWN.contains(download.type()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return how.filename(download.fileName(), StandardCharsets.UTF_8).build().toString();
    }

    private static void closeAfterwards(Exchange exchange, InputStream bytes) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    bytes.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("The bytes of an answer cannot be closed", e);
                }
            }
        });
    }
}
