package io.mercato.processors.sql;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * What the database refused, in the words of who asked: column {@code cloud_provider_id} is field {@code cloudProvider}.
 * Of the database's own words nothing goes on but names of columns and a reference that leads nowhere.
 */
public final class BrokenConstraint {
    /** {@code Key (lower(email))=(a@b) …}; what stands around it is in the server's language. */
    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*)\\)");

    /** A column, bare or in an expression as {@code COALESCE(operating_system, ''::text)}. */
    private static final Pattern COLUMN = Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?!\\()");

    private static final Pattern NO_COLUMN = Pattern.compile("'[^']*'(::\\w+)?|::\\w+");
    private static final String REFERENCE = "_id";
    private static final String EXTERNAL_ID = "external_id";
    private static final String KEY_OF_ALL = "id";

    private BrokenConstraint() {}

    /**
     * CONFLICT where something has to be the only one with its value; REJECTED for a reference that leads nowhere, for what
     * others still refer to, and for a value that cannot be kept.
     */
    public static MercatoException explain(DataIntegrityViolationException failure) {
        ServerErrorMessage server = server(failure);
        String state = server == null || server.getSQLState() == null ? "" : server.getSQLState();
        if (state.equals(PSQLState.UNIQUE_VIOLATION.getState())) {
            return duplicate(fields(columns(server)));
        }
        if (state.equals(PSQLState.FOREIGN_KEY_VIOLATION.getState())) {
            return reference(server);
        }
        if (state.equals(PSQLState.NOT_NULL_VIOLATION.getState()) && server.getColumn() != null) {
            return refused(field(server.getColumn()), "must be given");
        }
        if (state.equals(PSQLState.CHECK_VIOLATION.getState()) && checked(server) != null) {
            return refused(field(checked(server)), "has a value that is not allowed");
        }
        return Errors.rejected("not-storable", "A value is too large, too long or does not go with the others");
    }

    private static MercatoException duplicate(String fields) {
        return new MercatoException(
                ErrorKind.CONFLICT,
                "duplicate",
                fields.isEmpty()
                        ? "There is already one with the same identifying value"
                        : "Field " + fields + ": there is already one with this value",
                fields.isEmpty() ? Map.of() : Map.of("field", fields));
    }

    /** The key is the refused row's when it refers to nothing, and the other's, its id, when it is referred to. */
    private static MercatoException reference(ServerErrorMessage server) {
        List<String> columns = columns(server);
        if (columns.isEmpty() || columns.equals(List.of(KEY_OF_ALL))) {
            return Errors.conflict("still-in-use", "It is still in use: others refer to it");
        }
        Matcher key = key(server);
        return Errors.unknownReference(fields(columns), key.find() ? key.group(2) : "");
    }

    private static MercatoException refused(String field, String problem) {
        return new MercatoException(ErrorKind.REJECTED, List.of(Errors.fieldHolder(field, problem)), null);
    }

    private static ServerErrorMessage server(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException ours) {
                return ours.getServerErrorMessage();
            }
        }
        return null;
    }

    private static Matcher key(ServerErrorMessage server) {
        return KEY.matcher(server.getDetail() == null ? "" : server.getDetail());
    }

    /** In their order, without the functions that an index is over. */
    private static List<String> columns(ServerErrorMessage server) {
        Matcher key = key(server);
        return key.find()
                ? COLUMN.matcher(NO_COLUMN.matcher(key.group(1)).replaceAll(""))
                        .results()
                        .map(found -> found.group())
                        .toList()
                : List.of();
    }

    /** The column of a check that bears PostgreSQL's own name, {@code table_column_check}; null of one over several. */
    private static String checked(ServerErrorMessage server) {
        String name = server.getConstraint() == null ? "" : server.getConstraint();
        String column = name.replaceFirst("^" + Pattern.quote(server.getTable() + "_"), "")
                .replaceFirst("_?check\\d*$", "");
        return column.isEmpty() ? null : column;
    }

    private static String fields(List<String> columns) {
        return columns.stream().map(BrokenConstraint::field).collect(Collectors.joining(", "));
    }

    /** As a request calls it. */
    private static String field(String column) {
        String name = column.endsWith(REFERENCE) && !column.equals(EXTERNAL_ID)
                ? column.substring(0, column.length() - REFERENCE.length())
                : column;
        String[] words = name.split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
