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

    public boolean isOfCloud(Exchange exchange) {
        return fact(caught(exchange)) != null;
    }

    /** In words that may be shown: what a transport's exception says could name our inside. */
    public Failure failure(Exchange exchange) {
        Throwable fact = fact(caught(exchange));
        LOG.info("A step failed: {}", String.valueOf(fact));
        if (fact instanceof CloudException cloud) {
            return new Failure(cloud.getMessage(), cloud.isTemporary());
        }
        return new Failure("The cloud does not answer", true);
    }

    private static Throwable caught(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
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
