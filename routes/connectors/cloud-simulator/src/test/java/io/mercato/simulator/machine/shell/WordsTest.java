package io.mercato.simulator.machine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static List<String> cut(String line) throws Words.SyntaxException {
        return Words.of(line, Map.of("HOME", "/home/debian", "?", "3")).stream()
                .map(word -> word.operator() ? "<" + word.text() + ">" : word.text())
                .toList();
    }

    @Test
    void quotes_keep_blanks_and_operators_together() throws Exception {
        assertThat(cut("echo 'a b' \"c > d\" e\\ f \"\"")).containsExactly("echo", "a b", "c > d", "e f", "");
        assertThat(cut("echo a'b'\"c\"")).containsExactly("echo", "abc");
    }

    @Test
    void operators_need_no_blanks() throws Exception {
        assertThat(cut("a>b;c&&d||e>>f"))
                .containsExactly("a", "<>>", "b", "<;>", "c", "<&&>", "d", "<||>", "e", "<>>>", "f");
    }

    @Test
    void variables_are_put_in_except_between_single_quotes() throws Exception {
        assertThat(cut("$HOME/x \"${HOME}y\" '$HOME' $NONE $? 5$"))
                .containsExactly("/home/debian/x", "/home/debiany", "$HOME", "", "3", "5$");
    }

    @Test
    void a_comment_ends_the_line() throws Exception {
        assertThat(cut("echo a#b # rest ' \" |")).containsExactly("echo", "a#b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a | b", "a &", "a < b", "$(x)", "`x`", "echo 'open", "echo \"open", "(a)"})
    void what_is_not_known_is_refused_and_not_guessed(String line) {
        assertThatThrownBy(() -> cut(line)).isInstanceOf(Words.SyntaxException.class);
    }
}
