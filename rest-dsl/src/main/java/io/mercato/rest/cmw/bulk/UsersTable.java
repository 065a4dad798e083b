package io.mercato.rest.cmw.bulk;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.mercato.domain.cmw.bulk.BulkRow;
import io.mercato.domain.cmw.bulk.BulkTable;
import io.mercato.domain.cmw.bulk.UserRow;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.transfer.Upload;
import io.mercato.processors.cmw.bulk.BulkProperties;
import io.mercato.rest.ApiVersion;
import io.mercato.rest.RequestReader;
import io.mercato.rest.RestJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a table of users (CSV, RFC 4180, UTF-8), as {@code GET /bulk/users} writes it: what is wrong with a row is its own. */
@Component("usersTable")
public class UsersTable {
    private static final List<String> COLUMNS = Arrays.stream(UserRowBody.class.getRecordComponents())
            .map(component -> component.getName())
            .toList();
    private static final ObjectReader CSV = new CsvMapper()
            .readerForArrayOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);
    /** The apostrophe by which the export keeps a spreadsheet from taking a text for a formula. */
    private static final Pattern GUARDED = Pattern.compile("^'(?=[=+@\\t\\r-]).*", Pattern.DOTALL);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Map<String, Boolean> TRUTHS = Map.of("true", true, "false", false);

    private final RequestReader reader;
    private final RestJson json;
    private final BulkProperties limits;

    UsersTable(RequestReader reader, RestJson json, BulkProperties limits) {
        this.reader = reader;
        this.json = json;
        this.limits = limits;
    }

    /** INVALID when it is no table, or its header is wrong; REJECTED for one that is too large. */
    public List<BulkRow> read(Upload upload) {
        BulkTable.requireSize(upload.size(), limits.maxSize().toBytes());
        try (MappingIterator<String[]> lines = CSV.readValues(text(upload))) {
            List<String> header = lines.hasNext()
                    ? Arrays.stream(lines.next()).map(String::strip).toList()
                    : List.of();
            BulkTable.requireColumns(header, COLUMNS);
            List<BulkRow> rows = new ArrayList<>();
            while (lines.hasNext() && rows.size() <= limits.maxRows()) {
                rows.add(row(rows.size() + 2, header, lines.next()));
            }
            BulkTable.requireRows(rows.size(), limits.maxRows());
            return rows;
        } catch (IOException | RuntimeJsonMappingException e) {
            throw notCsv(e);
        }
    }

    private static String text(Upload upload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(upload.file())))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw notCsv(null);
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notCsv(e);
        } catch (IOException e) {
            throw new UncheckedIOException("What was uploaded cannot be read", e);
        }
    }

    private static MercatoException notCsv(Exception cause) {
        return new MercatoException(
                ErrorKind.INVALID, "not-csv", "The file is no table of comma-separated values in UTF-8", cause);
    }

    private BulkRow row(int line, List<String> header, String[] cells) {
        try {
            if (cells.length != header.size()) {
                throw new MercatoException(
                        ErrorKind.INVALID,
                        "wrong-number-of-cells",
                        "The row has " + cells.length + " cells, the header " + header.size());
            }
            UserRow row = body(header, cells).toDomain(new TreeSet<>(header));
            row.requireComplete();
            return BulkRow.waiting(line, row);
        } catch (MercatoException e) {
            return BulkRow.failed(line, e.holders());
        }
    }

    private UserRowBody body(List<String> header, String[] cells) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = GUARDED.matcher(cells[i]).matches() ? cells[i].substring(1) : cells[i].strip();
            if (!cell.isEmpty()) {
                fields.put(header.get(i), value(header.get(i), cell));
            }
        }
        return reader.read(json.write(fields, ApiVersion.NEWEST), UserRowBody.class);
    }

    private static Object value(String column, String cell) {
        return switch (column) {
            case "id" -> number(cell);
            case "company" -> Map.of("url", cell);
            case "enabled" -> truth(cell);
            default -> cell;
        };
    }

    private static int number(String cell) {
        if (!cell.matches("\\d{1,9}")) {
            throw Errors.invalidField("id", "must be a number");
        }
        return Integer.parseInt(cell);
    }

    private static boolean truth(String cell) {
        Boolean truth = TRUTHS.get(cell.toLowerCase(Locale.ROOT));
        if (truth == null) {
            throw Errors.invalidField("enabled", "must be true or false");
        }
        return truth;
    }
}
