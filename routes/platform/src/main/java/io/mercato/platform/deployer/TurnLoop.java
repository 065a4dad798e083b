package io.mercato.platform.deployer;

import io.mercato.processors.deployer.Turn;
import org.apache.camel.Exchange;

/** Whether a message goes on with one more turn. */
final class TurnLoop {

    private TurnLoop() {}

    /** A loop asks this after a turn that failed, too, when the body is anything but a turn. */
    static boolean isDue(Exchange exchange) {
        return exchange.getException() == null && exchange.getMessage().getBody() instanceof Turn turn && turn.isDue();
    }
}
