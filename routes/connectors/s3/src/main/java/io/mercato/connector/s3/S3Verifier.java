package io.mercato.connector.s3;

import io.mercato.domain.error.MercatoException;
import io.mercato.processors.connector.ConnectionVerdict;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** "Test the connection": asks whether the bucket is there for us. */
@Component
public class S3Verifier {
    private final S3Settings settings;

    S3Verifier(S3Settings settings) {
        this.settings = settings;
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
