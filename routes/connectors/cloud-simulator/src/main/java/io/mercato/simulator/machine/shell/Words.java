package io.mercato.simulator.machine.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a command line into words: quotes, backslashes, variables, and the operators ; && || > >> as words alone. */
final class Words {
    /** A word; quoted ones are never operators. */
    record Word(String text, boolean operator) {}

    /** The line makes no sense. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    private final String line;
    private final Map<String, String> variables;
    private final List<Word> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private Words(String line, Map<String, String> variables) {
        this.line = line;
        this.variables = variables;
    }

    static List<Word> of(String line, Map<String, String> variables) throws SyntaxException {
        return new Words(line, variables).cut();
    }

    private List<Word> cut() throws SyntaxException {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                end();
                at++;
            } else if (c == '#' && word == null) {
                at = line.length();
            } else if (";&|><`(".indexOf(c) >= 0) {
                operator(c);
            } else {
                append(c);
            }
        }
        end();
        return words;
    }

    private void operator(char c) throws SyntaxException {
        end();
        boolean twice = at + 1 < line.length() && line.charAt(at + 1) == c;
        String operator = twice && c != ';' ? "" + c + c : "" + c;
        if (!List.of(";", "&&", "||", ">", ">>").contains(operator)) {
            throw new SyntaxException("'" + operator + "' is not supported by this machine's shell");
        }
        words.add(new Word(operator, true));
        at += operator.length();
    }

    private void append(char c) throws SyntaxException {
        begin();
        switch (c) {
            case '\'' -> {
                int close = closing('\'');
                word.append(line, at + 1, close);
                at = close + 1;
            }
            case '"' -> doubleQuoted();
            case '\\' -> {
                at++;
                if (at < line.length()) {
                    word.append(line.charAt(at++));
                }
            }
            case '$' -> variable();
            default -> {
                word.append(c);
                at++;
            }
        }
    }

    private void doubleQuoted() throws SyntaxException {
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at);
            boolean escape = c == '\\' && at + 1 < line.length() && "\"\\$".indexOf(line.charAt(at + 1)) >= 0;
            if (escape) {
                word.append(line.charAt(at + 1));
                at += 2;
            } else if (c == '$') {
                variable();
            } else {
                word.append(c);
                at++;
            }
        }
        if (at >= line.length()) {
            throw new SyntaxException("a quote is not closed");
        }
        at++;
    }

    private void variable() {
        int end = at + 1;
        boolean braces = end < line.length() && line.charAt(end) == '{';
        int start = braces ? end + 1 : end;
        end = start;
        if (end < line.length() && line.charAt(end) == '?') {
            end++;
        } else {
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
                end++;
            }
        }
        if (end == start) {
            word.append('$');
            at++;
            return;
        }
        word.append(variables.getOrDefault(line.substring(start, end), ""));
        at = braces && end < line.length() ? end + 1 : end;
    }

    private int closing(char quote) throws SyntaxException {
        int close = line.indexOf(quote, at + 1);
        if (close < 0) {
            throw new SyntaxException("a quote is not closed");
        }
        return close;
    }

    private void begin() {
        if (word == null) {
            word = new StringBuilder();
        }
    }

    private void end() {
        if (word != null) {
            words.add(new Word(word.toString(), false));
            word = null;
        }
    }
}
