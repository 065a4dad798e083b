package io.mercato.domain.cmw.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that somebody has sent, and what has become of it.
 *
 * @param type what its rows are, {@code USERS}
 * @param execution when it was sent
 * @param executorId who sent it; null when he is gone
 * @param rows of a list of imports those that failed, of one import all
 */
public record BulkImport(
        String requestId,
        String type,
        Instant execution,
        @Nullable Integer executorId,
        int waiting,
        int done,
        int failed,
        List<BulkRow> rows) {

    public boolean isOver() {
        return waiting == 0;
    }
}
