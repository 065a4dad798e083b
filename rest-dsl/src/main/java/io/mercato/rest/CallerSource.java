package io.mercato.rest;

import io.mercato.domain.identity.Principal;

/** Who makes the call that is being served on this thread; {@link Principal#ANONYMOUS} when nobody logged in. */
@FunctionalInterface
public interface CallerSource {
    Principal current();
}
