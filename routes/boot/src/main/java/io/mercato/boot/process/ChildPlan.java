package io.mercato.boot.process;

import java.io.IOException;

/** Makes everything ready that a child needs, and says how it is started. Runs before each start. */
@FunctionalInterface
public interface ChildPlan {
    ChildSpec prepare() throws IOException, InterruptedException;
}
