package io.mercato.simulator.state;

import java.time.Instant;

/** What a table keeps. */
public interface Kept {
    String id();

    Instant created();
}
