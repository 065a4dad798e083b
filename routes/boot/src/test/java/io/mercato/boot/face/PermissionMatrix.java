package io.mercato.boot.face;

import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what: test resource {@code face/permissions.txt}, which says how to read it. */
final class PermissionMatrix {
    static final List<Role> ROLES = List.of(Role.values());
    private static final String FILE = "/face/permissions.txt";

    /** By operationId, the cells in the order of the roles. */
    private final Map<String, List<String>> rows;

    private PermissionMatrix(Map<String, List<String>> rows) {
        this.rows = rows;
    }

    static PermissionMatrix read() {
        try (InputStream file = PermissionMatrix.class.getResourceAsStream(FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new PermissionMatrix(text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> List.of(line.split("\\s+")))
                    .collect(Collectors.toMap(
                            words -> words.get(0),
                            words -> words.subList(1, words.size()),
                            PermissionMatrix::twice,
                            LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> twice(List<String> one, List<String> other) {
        throw new IllegalStateException("Two rows of one operation: " + one + " and " + other);
    }

    /** Whether the row of the operation stands in the file with these cells. */
    boolean has(Operation<?, ?> operation, List<String> cells) {
        return cells.equals(rows.get(operation.id()));
    }

    Stream<String> operations() {
        return rows.keySet().stream();
    }

    /** The row as it stands in the file. */
    static String row(Operation<?, ?> operation, List<String> cells) {
        String columns =
                cells.stream().map(cell -> String.format("%-10s", cell)).collect(Collectors.joining());
        return String.format("%-38s%s# %s %s", operation.id() + " ", columns, operation.verb(), operation.path());
    }
}
