package io.mercato.boot.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The types that the published client reads: test resource {@code contract/types.txt}, which says how to read it. */
public final class ContractTypes {
    private static final String FILE = "/contract/types.txt";
    private static final String ENUM = "enum ";

    /**
     * A field of a type.
     *
     * @param type as it stands in the file
     * @param kind whether the contract has it and we send it, the contract has it and we do not, or we alone have it
     * @param why for the latter two
     */
    public record Field(String name, String type, Kind kind, String why) {}

    /** What a field is to the contract and to us. */
    public enum Kind {
        SENT,
        LEFT_OUT,
        ADDED
    }

    private final Map<String, Map<String, Field>> types = new HashMap<>();
    private final Map<String, Set<String>> enums = new HashMap<>();

    public static ContractTypes read() {
        try (InputStream file = ContractTypes.class.getResourceAsStream(FILE)) {
            ContractTypes all = new ContractTypes();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Stream.of(text.split("\n\\s*\n"))
                    .filter(block -> !block.startsWith("#") && !block.isBlank())
                    .forEach(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String block) {
        List<String> lines = block.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> content = lines.subList(1, lines.size());
        String name = lines.get(0);
        if (name.startsWith(ENUM)) {
            enums.put(
                    name.substring(ENUM.length()),
                    Set.of(String.join(" ", content).split(" ")));
            return;
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        content.stream().map(ContractTypes::field).forEach(field -> fields.put(field.name(), field));
        if (types.put(name, fields) != null) {
            throw new IllegalStateException("Two blocks of " + name);
        }
    }

    private static Field field(String line) {
        Kind kind = line.startsWith("-") ? Kind.LEFT_OUT : line.startsWith("+") ? Kind.ADDED : Kind.SENT;
        String[] parts = line.replaceFirst("^[-+] ", "").split(": ", 2);
        String[] words = parts[0].split(" ", 2);
        if (words.length != 2 || kind == Kind.SENT != (parts.length == 1)) {
            throw new IllegalStateException("Not a field, or one without its reason: " + line);
        }
        return new Field(words[0], words[1], kind, parts.length == 1 ? "" : parts[1]);
    }

    public boolean isType(String name) {
        return types.containsKey(name);
    }

    public Map<String, Field> fields(String type) {
        return types.get(type);
    }

    public boolean isEnum(String name) {
        return enums.containsKey(name);
    }

    public Set<String> values(String name) {
        return enums.get(name);
    }
}
