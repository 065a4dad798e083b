package io.mercato.domain.paging;

import java.util.List;
import java.util.function.Function;

/** One page of a list, and how many items there are in all. */
public record Page<T>(List<T> items, PageRequest request, long totalItems) {

    public Page {
        items = List.copyOf(items);
    }

    public long totalPages() {
        return (totalItems + request.size() - 1) / request.size();
    }

    public boolean isLast() {
        return request.number() >= totalPages();
    }

    public <R> Page<R> map(Function<? super T, ? extends R> translate) {
        return new Page<R>(items.stream().<R>map(translate).toList(), request, totalItems);
    }
}
