package io.mercato.boot.contract;

import io.mercato.rest.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One operation that the published client calls: test resource {@code contract/operations.txt}.
 *
 * @param path with its query, where the client calls with one that is always the same
 * @param answer types of a GET's answer, in brackets when there are many; none for what is not JSON
 * @param note why it is not served; empty when it is
 */
public record ContractOperation(String verb, String path, List<String> answer, String note) {
    private static final String FILE = "/contract/operations.txt";

    public static List<ContractOperation> all() {
        try (InputStream file = ContractOperation.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ContractOperation::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractOperation read(String line) {
        String[] parts = line.split("\\|", -1);
        String[] call = parts[0].strip().split("\\s+");
        String types = parts.length > 1 ? parts[1].strip() : "";
        String note = parts.length > 2 ? parts[2].strip() : "";
        return new ContractOperation(call[0], call[1], types.isEmpty() ? List.of() : List.of(types.split("/")), note);
    }

    /** The line as it stands in the file. */
    public String line(String withNote) {
        String line = String.format("%-6s %-46s | %-28s| %s", verb, path, String.join("/", answer), withNote);
        return line.replaceFirst("[ |]+$", "");
    }

    /** First part of the path. */
    public String resource() {
        return path.split("[/?]")[1];
    }

    /** What an operation is known by, whatever its variables are called. */
    public String key() {
        return key(verb, path);
    }

    public static String key(Operation<?, ?> operation) {
        return key(operation.verb(), operation.path());
    }

    private static String key(String verb, String path) {
        return verb + " " + path.replaceFirst("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }

    public boolean isPlanned() {
        return note.matches("planned: \\w+");
    }

    public boolean isNotWanted() {
        return note.matches("not wanted: \\S.{9,}");
    }
}
