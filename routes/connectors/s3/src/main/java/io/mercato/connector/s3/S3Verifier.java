package io.mercato.connector.s3;

import io.mercato.domain.error.MercatoException;
import io.mercato.processors.connector.ConnectionVerdict;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "Test the connection": asks whether the bucket is there for us. */
@Component
public class S3Verifier {
    private final S3Settings settings;

    S3Verifier(S3Settings settings) {
        this.settings = settings;
    }

    /** Camel's component does not fail for a bucket that is not there, but says so. */
    public void requireBucket(@Header(AWS2S3Constants.BUCKET_EXISTS) @Nullable Boolean exists) {
        if (Boolean.FALSE.equals(exists)) {
            throw S3Errors.missing();
        }
    }

    public ConnectionVerdict accepted() {
        return new ConnectionVerdict(true, "The bucket " + settings.bucket() + " is there");
    }

    public ConnectionVerdict refused(Exchange exchange) {
        MercatoException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, MercatoException.class);
        String said = failure.key().equals(S3Errors.MISSING)
                ? "There is no bucket " + settings.bucket()
                : String.valueOf(failure.getMessage());
        return new ConnectionVerdict(false, said);
    }
}
