package io.mercato.domain.cmw.bulk;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a table must be before one of its rows is looked at. */
public final class BulkTable {

    private BulkTable() {}

    /**
     * Throws INVALID, naming each column that there is none of or that stands there twice, and for a table that neither
     * says who is changed nor has what somebody new must have.
     */
    public static void requireColumns(List<String> header, List<String> known) {
        Set<String> seen = new HashSet<>();
        List<ErrorHolder> wrong = header.stream()
                .filter(column -> !known.contains(column) || !seen.add(column))
                .map(column -> Errors.fieldHolder(
                        column,
                        known.contains(column)
                                ? "stands in the header twice"
                                : "is no column; there are " + String.join(", ", known)))
                .toList();
        if (!wrong.isEmpty()) {
            throw new MercatoException(ErrorKind.INVALID, wrong, null);
        }
        if (!seen.contains("id")) {
            Set<String> missing = new TreeSet<>(Set.of("userName", "email", "name", "surname"));
            missing.removeAll(seen);
            if (!missing.isEmpty()) {
                throw new MercatoException(
                        ErrorKind.INVALID,
                        missing.stream()
                                .map(column ->
                                        Errors.fieldHolder(column, "is missing in the header, and there is no id"))
                                .toList(),
                        null);
            }
        }
    }

    /** Throws REJECTED for a table without rows, or with more than may be sent at once. */
    public static void requireRows(int rows, int limit) {
        if (rows == 0) {
            throw Errors.rejected("no-rows", "The table has no rows");
        }
        if (rows > limit) {
            throw new MercatoException(
                    ErrorKind.REJECTED,
                    "too-many-rows-%limit%",
                    "The table has more than " + limit + " rows: send it in parts",
                    Map.of("limit", String.valueOf(limit)));
        }
    }

    /** Throws REJECTED for a file that is larger than may be sent at once. */
    public static void requireSize(long size, long limit) {
        if (size > limit) {
            throw new MercatoException(
                    ErrorKind.REJECTED,
                    "file-too-large-%size%-%limit%",
                    "The file has " + size + " bytes, more than " + limit,
                    Map.of("size", String.valueOf(size), "limit", String.valueOf(limit)));
        }
    }
}
