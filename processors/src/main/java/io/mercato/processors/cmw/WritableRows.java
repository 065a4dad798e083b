package io.mercato.processors.cmw;

import io.mercato.domain.identity.Principal;

/** The rows of a resource that have a {@code revision}, and metadata where integrators keep some. */
public interface WritableRows {

    /** Where its rows lie, as it stands in SQL; each has an {@code id} and a {@code revision}. */
    String table();

    /** Throws NOT_FOUND unless the principal may see it. */
    void requireVisible(Principal principal, int id);

    /** Throws NOT_FOUND or FORBIDDEN unless the principal may change it. */
    void requireWritable(Principal principal, int id);

    /** Locks what is always locked before the row, so that two who change the same things come one after the other. */
    default void lockAbove(int id) {}
}
