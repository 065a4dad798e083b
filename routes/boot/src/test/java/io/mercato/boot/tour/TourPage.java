package io.mercato.boot.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell blocks of a page in Markdown, without that which starts the platform. */
final class TourPage {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+)?([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String START = "start";

    private final String text;

    TourPage(String text) {
        this.text = text;
    }

    static TourPage read(Path file) throws IOException {
        return new TourPage(Files.readString(file));
    }

    /** In the order of the page. */
    List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if ("bash".equals(block.group(1)) && !block.group(2).strip().equals(START)) {
                blocks.add(block.group(3));
            }
        }
        return blocks;
    }

    /** All of them as one script that ends at the first command that fails, and says before each block which it is. */
    String script() {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        List<String> blocks = blocks();
        for (int i = 0; i < blocks.size(); i++) {
            script.append("echo '--- block ").append(i + 1).append("'\n").append(blocks.get(i));
        }
        return script.toString();
    }
}
