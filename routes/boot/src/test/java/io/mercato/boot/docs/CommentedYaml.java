package io.mercato.boot.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys, values and comments of an application.yaml that is written in plain block style. */
final class CommentedYaml {

    private CommentedYaml() {}

    record Entry(String value, String comment) {}

    /** By full key, leaves only. */
    static Map<String, Entry> read(String text) {
        Map<String, Entry> entries = new TreeMap<>();
        List<String> path = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String content = line.strip();
            if (content.startsWith("#")) {
                comment.append(' ').append(content.substring(1).strip());
            } else if (content.isEmpty()) {
                comment.setLength(0);
            } else {
                int depth = (line.length() - line.stripLeading().length()) / 2;
                String[] parts = content.split(":(?= |$)", 2);
                path.subList(Math.min(depth, path.size()), path.size()).clear();
                path.add(parts[0]);
                String value = parts.length < 2 ? "" : parts[1].strip();
                if (!value.isEmpty()) {
                    entries.put(
                            String.join(".", path),
                            new Entry(value, comment.toString().strip()));
                }
                comment.setLength(0);
            }
        }
        return entries;
    }
}
