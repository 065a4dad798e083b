package io.mercato.rest.cmw.bulk;

import io.mercato.domain.cmw.bulk.BulkImport;
import io.mercato.domain.cmw.bulk.BulkRow;
import io.mercato.domain.cmw.bulk.RowState;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.rest.UrlEntity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code BulkImportResult} of the contract; besides it how far it has come, and what became of each row.
 *
 * @param errors of the rows that failed; {@code extraFields} has the line, the header being line 1
 * @param over whether all rows have been dealt with
 * @param rows each one; of a list of results none
 */
public record BulkImportResultBody(
        String requestId,
        String type,
        Instant execution,
        UrlEntity executor,
        List<ErrorResponseEntry> errors,
        boolean over,
        int waiting,
        int done,
        int failed,
        List<Row> rows) {

    /** {@code ErrorResponseEntry} of the contract. */
    public record ErrorResponseEntry(String key, String error, Map<String, String> extraFields, String requestId) {

        private static ErrorResponseEntry of(String requestId, int line, ErrorHolder holder) {
            Map<String, String> fields = new LinkedHashMap<>(holder.extraFields());
            fields.put("line", String.valueOf(line));
            return new ErrorResponseEntry(holder.key(), holder.error(), fields, requestId);
        }
    }

    /**
     * What became of a row.
     *
     * @param user whom it made or changed
     */
    public record Row(int line, RowState status, UrlEntity user, List<ErrorResponseEntry> errors) {

        private static Row of(String requestId, BulkRow row) {
            return new Row(
                    row.line(),
                    row.state(),
                    UrlEntity.of("user", row.userId()),
                    row.errors().stream()
                            .map(holder -> ErrorResponseEntry.of(requestId, row.line(), holder))
                            .toList());
        }
    }

    /** An item of a list. */
    static BulkImportResultBody of(BulkImport bulk) {
        return of(bulk, null);
    }

    static BulkImportResultBody detail(BulkImport bulk) {
        return of(
                bulk,
                bulk.rows().stream().map(row -> Row.of(bulk.requestId(), row)).toList());
    }

    private static BulkImportResultBody of(BulkImport bulk, List<Row> rows) {
        return new BulkImportResultBody(
                bulk.requestId(),
                bulk.type(),
                bulk.execution(),
                UrlEntity.of("user", bulk.executorId()),
                bulk.rows().stream()
                        .flatMap(row -> Row.of(bulk.requestId(), row).errors().stream())
                        .toList(),
                bulk.isOver(),
                bulk.waiting(),
                bulk.done(),
                bulk.failed(),
                rows);
    }
}
