package io.mercato.simulator.state;

import java.time.Instant;

/** Something that is counted, or that is marked by being there: failed creations by name, revoked tokens. */
public record Counter(String id, int count, Instant created) implements Kept {}
