package io.mercato.processors.cmw;

import io.mercato.domain.identity.Principal;

/** The rows of a resource that have a {@code revision}, and metadata where integrators keep some. */
public interface WritableRows {

    /** Where its rows lie, as it stands in SQL; each has an {@code id} and a {@code revision}. */
    String table();

    /** Locks what is locked before one of them, so that two writers never wait for each other. */
    default void lockAround(int id) {}

    /** Throws NOT_FOUND unless the principal may see it. */
    void requireVisible(Principal principal, int id);

    /** Throws NOT_FOUND or FORBIDDEN unless the principal may change it. */
    void requireWritable(Principal principal, int id);
}
