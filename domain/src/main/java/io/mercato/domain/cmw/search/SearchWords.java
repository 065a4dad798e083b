package io.mercato.domain.cmw.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words of letters and digits alone. Everything else separates them, so nothing that is typed
 * is taken for an operator. The last word may not be typed to its end.
 */
public record SearchWords(List<String> words) {
    static final int MAXIMUM = 8;
    static final int MAXIMUM_LENGTH = 40;

    /** More than this is read by nobody. */
    private static final int READ = 1_000;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    public SearchWords {
        words = List.copyOf(words);
    }

    /** The first words of a text; longer ones are cut. */
    public static SearchWords of(String text) {
        String read = text.length() > READ ? text.substring(0, READ) : text;
        return new SearchWords(BETWEEN.splitAsStream(
                        Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .limit(MAXIMUM)
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words with a blank between them. */
    public String text() {
        return String.join(" ", words);
    }

    private static String cut(String word) {
        if (word.codePointCount(0, word.length()) <= MAXIMUM_LENGTH) {
            return word;
        }
        return word.substring(0, word.offsetByCodePoints(0, MAXIMUM_LENGTH));
    }
}
