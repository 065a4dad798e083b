package io.mercato.connector.s3;

import io.mercato.domain.storage.GetObject;
import io.mercato.domain.storage.ListObjects;
import io.mercato.domain.storage.PutObject;
import io.mercato.domain.storage.StoredKey;
import io.mercato.domain.transfer.ByteRange;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Between the platform's words and those of Camel's component. */
@Component
public class S3Translator {
    private final S3Settings settings;

    S3Translator(S3Settings settings) {
        this.settings = settings;
    }

    public void put(Exchange exchange, @Body PutObject object) {
        Message message = exchange.getMessage();
        message.setHeader(AWS2S3Constants.KEY, object.key());
        message.setHeader(AWS2S3Constants.CONTENT_TYPE, object.type());
        message.setBody(object.file().toFile());
    }

    public GetObjectRequest get(@Body GetObject object) {
        ByteRange range = object.range();
        return GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(object.key())
                .range(range == null ? null : "bytes=" + range.first() + "-" + range.last())
                .build();
    }

    /** For what is asked by its key. */
    public void key(Exchange exchange, @Body String key) {
        exchange.getMessage().setHeader(AWS2S3Constants.KEY, key);
    }

    /** For what is asked of the bucket itself. */
    public void bucket(Exchange exchange) {
        exchange.getMessage().setHeader(AWS2S3Constants.OVERRIDE_BUCKET_NAME, settings.bucket());
    }

    public ListObjectsRequest list(@Body ListObjects wanted) {
        return ListObjectsRequest.builder()
                .bucket(settings.bucket())
                .prefix(wanted.prefix())
                .marker(wanted.after())
                .maxKeys(wanted.limit())
                .build();
    }

    public List<StoredKey> keys(@Body List<S3Object> found) {
        return found.stream()
                .map(object -> new StoredKey(object.key(), object.size(), object.lastModified()))
                .toList();
    }
}
