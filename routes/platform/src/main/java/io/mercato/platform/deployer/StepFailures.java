package io.mercato.platform.deployer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.deployer.StepResult.Failure;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Which failures are facts about a cloud, to be written down, and what they say. All others are faults of ours. */
@Component
public class StepFailures {
    private static final Logger LOG = LoggerFactory.getLogger(StepFailures.class);

    /**
     * What has been caught, as a result: in words that may be shown, since what a transport's exception says could name
     * our inside.
     *
     * @throws Exception what has been caught, when it is a fault of ours
     */
    public Failure failure(Exchange exchange) throws Exception {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Throwable fact = fact(caught);
        if (fact == null) {
            throw caught;
        }
        LOG.info("A step failed: {}", String.valueOf(fact));
        if (fact instanceof CloudException cloud) {
            return new Failure(cloud.getMessage(), cloud.isTemporary());
        }
        return new Failure("The cloud does not answer", true);
    }

    private static Throwable fact(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof JsonProcessingException) {
                return null;
            }
            if (cause instanceof CloudException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof DirectConsumerNotAvailableException) {
                return cause;
            }
        }
        return null;
    }
}
