package io.mercato.processors.cmw;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;

/**
 * What the five operations of a resource do. Each method sees to it that the principal may do it: what he may not see
 * is not found, what he may only see is forbidden to be changed. Writes run in the caller's transaction.
 */
public interface ResourceStore<T> extends WritableRows {

    Page<T> list(Principal principal, Filter filter, PageRequest page);

    T get(Principal principal, int id);

    T create(Principal principal, T value);

    T update(Principal principal, int id, T value);

    void delete(Principal principal, int id);

    @Override
    default void requireVisible(Principal principal, int id) {
        get(principal, id);
    }
}
