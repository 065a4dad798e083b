package io.mercato.domain.paging;

import io.mercato.domain.error.Errors;
import org.jspecify.annotations.Nullable;

/** Which page of a list: {@code number} from 1, {@code size} from 1 to 50 (behaviour §1), in an export to 1,000. */
public record PageRequest(int number, int size) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAXIMUM_SIZE = 50;
    public static final int EXPORT_SIZE = 1_000;
    public static final PageRequest FIRST = new PageRequest(1, DEFAULT_SIZE);

    public PageRequest {
        if (number < 1) {
            throw Errors.invalidField("pageNumber", "must be 1 or more");
        }
        if (size < 1 || size > EXPORT_SIZE) {
            throw Errors.invalidField("pageSize", "must be from 1 to " + MAXIMUM_SIZE);
        }
    }

    /** What a client asks for; null for what it leaves open. */
    public static PageRequest asked(@Nullable Integer number, @Nullable Integer size) {
        if (size != null && size > MAXIMUM_SIZE) {
            throw Errors.invalidField("pageSize", "must be from 1 to " + MAXIMUM_SIZE);
        }
        return new PageRequest(number == null ? 1 : number, size == null ? DEFAULT_SIZE : size);
    }

    /** The first of the large pages in which a whole list is exported. */
    public static PageRequest export() {
        return new PageRequest(1, EXPORT_SIZE);
    }

    public PageRequest next() {
        return new PageRequest(number + 1, size);
    }

    public long offset() {
        return (number - 1L) * size;
    }
}
