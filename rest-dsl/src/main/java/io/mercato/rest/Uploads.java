package io.mercato.rest;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.transfer.Upload;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;
import org.apache.camel.support.SynchronizationAdapter;

/** Files that clients send. Camel has put them on the disk; they are read from there and are gone when the call is. */
final class Uploads {
    private static final String MULTIPART = "multipart/form-data";
    private static final int LONGEST_NAME = 255;

    private Uploads() {}

    /** What stands in the OpenAPI document. */
    static void describe(RestDefinition rest) {
        rest.consumes(MULTIPART);
        rest.param()
                .name("file")
                .type(RestParamType.formData)
                .dataType("file")
                .description("The file")
                .required(true)
                .endParam();
    }

    /** Sees to it that nothing of what was sent stays behind, whether the call is allowed or not. */
    static void forgetAfterwards(Exchange exchange) {
        List<Path> files = files(exchange);
        if (files.isEmpty()) {
            return;
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                files.forEach(Uploads::forget);
            }
        });
    }

    /** The one file of the call. */
    static Upload read(Exchange exchange) {
        Message message = exchange.getMessage();
        if (!(message.getBody() instanceof Path file)) {
            throw new MercatoException(
                    ErrorKind.INVALID, "missing-file", "The request must have one file, as " + MULTIPART);
        }
        try {
            return new Upload(
                    file,
                    name(message.getHeader(Exchange.FILE_NAME, String.class)),
                    message.getHeader(Exchange.FILE_CONTENT_TYPE, String.class),
                    Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("What was uploaded cannot be read", e);
        }
    }

    /** What the client calls it, without the folders that it lies in there. */
    private static String name(String sent) {
        String name = sent == null
                ? ""
                : sent.replaceAll("\\p{Cntrl}", "")
                        .replaceFirst("^.*[/\\\\]", "")
                        .strip();
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static List<Path> files(Exchange exchange) {
        List<Path> files = new ArrayList<>();
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        if (message != null && message.hasAttachments()) {
            for (Attachment attachment : message.getAttachmentObjects().values()) {
                DataHandler handler = attachment.getDataHandler();
                if (handler.getDataSource() instanceof FileDataSource file) {
                    files.add(file.getFile().toPath());
                }
            }
        }
        if (exchange.getMessage().getBody() instanceof Path file && !files.contains(file)) {
            files.add(file);
        }
        return files;
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("What was uploaded cannot be removed", e);
        }
    }
}
