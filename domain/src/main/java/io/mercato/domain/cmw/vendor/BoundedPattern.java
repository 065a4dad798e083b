package io.mercato.domain.cmw.vendor;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a vendor's, which a customer's value is matched with. Some expressions take time without end for
 * some texts ({@code (a+)+b}): a match is given up once it has read more characters than any honest one needs.
 */
public final class BoundedPattern {
    /** Longest expression. */
    public static final int LONGEST = 1000;

    private static final int MOST_READS = 200_000;

    private BoundedPattern() {}

    /** What is wrong with the expression, in words; null when nothing is. */
    public static @Nullable String problem(String expression) {
        if (expression.length() > LONGEST) {
            return "must have at most " + LONGEST + " characters";
        }
        try {
            Pattern.compile(expression);
            return null;
        } catch (PatternSyntaxException e) {
            return "is not a regular expression: " + e.getDescription();
        }
    }

    /** Whether the text as a whole matches; a match that is given up is none. */
    public static boolean matches(String expression, String text) {
        try {
            return Pattern.compile(expression)
                    .matcher(new Counted(text, new int[] {MOST_READS}))
                    .matches();
        } catch (TooMuch | StackOverflowError givenUp) {
            return false;
        }
    }

    /** A text that may be read so many times only. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new TooMuch();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super(null, null, false, false);
        }
    }
}
