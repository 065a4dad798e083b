package io.mercato.domain.cmw.bulk;

import io.mercato.domain.error.ErrorHolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that somebody has sent.
 *
 * @param line where it stands; the header is line 1
 * @param content null of one that cannot be read, and once it is dealt with
 * @param userId whom it made or changed; null before
 * @param errors why it failed
 */
public record BulkRow(
        int line,
        RowState state,
        @Nullable UserRow content,
        @Nullable Integer userId,
        List<ErrorHolder> errors) {

    public static BulkRow waiting(int line, UserRow content) {
        return new BulkRow(line, RowState.WAITING, content, null, List.of());
    }

    public static BulkRow failed(int line, List<ErrorHolder> errors) {
        return new BulkRow(line, RowState.FAILED, null, null, errors);
    }
}
