package io.mercato.domain.paging;

import io.mercato.domain.error.Errors;

/** Which page of a list: {@code number} from 1, {@code size} from 1 to 50 (behaviour §1). */
public record PageRequest(int number, int size) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAXIMUM_SIZE = 50;
    public static final PageRequest FIRST = new PageRequest(1, DEFAULT_SIZE);

    public PageRequest {
        if (number < 1) {
            throw Errors.invalidField("pageNumber", "must be 1 or more");
        }
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw Errors.invalidField("pageSize", "must be from 1 to " + MAXIMUM_SIZE);
        }
    }

    public long offset() {
        return (number - 1L) * size;
    }
}
