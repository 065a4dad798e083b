package io.mercato.simulator.machine.shell;

import io.mercato.simulator.machine.Confined;
import io.mercato.simulator.machine.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small shell, all of it in here: no program of the host is ever run, and files are the machine's own only. Knows a
 * dozen commands, and of a shell's language words, quotes, variables, ; && || > and >>.
 */
public final class Shell {
    private final Machine machine;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final String home;
    private String directory;
    private boolean exited;
    private int code;

    public Shell(Machine machine) {
        this.machine = machine;
        this.home = "/home/" + machine.user();
        this.directory = home;
        variables.put("HOME", home);
        variables.put("USER", machine.user());
        variables.put("HOSTNAME", machine.hostname());
        variables.put("SHELL", "/bin/bash");
        variables.put("PATH", "/usr/bin:/bin");
    }

    public String prompt() {
        String shown = directory.startsWith(home) ? "~" + directory.substring(home.length()) : directory;
        return machine.user() + "@" + machine.hostname() + ":" + shown + "$ ";
    }

    /** Whether exit was said. */
    public boolean exited() {
        return exited;
    }

    public int code() {
        return code;
    }

    void exit(int newCode) {
        exited = true;
        code = newCode;
    }

    Machine machine() {
        return machine;
    }

    Map<String, String> variables() {
        return variables;
    }

    String home() {
        return home;
    }

    String directory() {
        return directory;
    }

    void directory(String absolute) {
        directory = absolute;
    }

    /** The machine's absolute name of a path as it is typed. */
    String absolute(String path) {
        boolean atHome = path.equals("~") || path.startsWith("~/");
        return Confined.absolute(directory, atHome ? home + path.substring(1) : path);
    }

    Path real(String path) throws IOException {
        return machine.files().real(absolute(path));
    }

    /** Runs the lines of a script until its end or exit. */
    public int script(InputStream in, OutputStream out, OutputStream err) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !exited; line = lines.readLine()) {
            run(line, InputStream.nullInputStream(), out, err);
        }
        return code;
    }

    /** Runs one line; the result is the last command's exit code. */
    public int run(String line, InputStream in, OutputStream out, OutputStream err) throws IOException {
        try {
            variables.put("PWD", directory);
            Map<String, String> known = new LinkedHashMap<>(variables);
            known.put("?", Integer.toString(code));
            List<Words.Word> rest = Words.of(line, known);
            boolean wanted = true;
            int start = 0;
            for (int at = 0; at <= rest.size() && !exited; at++) {
                boolean end = at == rest.size();
                if (!end && !isSeparator(rest.get(at))) {
                    continue;
                }
                if (wanted && at > start) {
                    code = command(rest.subList(start, at), in, out, err);
                }
                wanted = end || wanted(rest.get(at).text());
                start = at + 1;
            }
        } catch (Words.SyntaxException nonsense) {
            code = complain(err, "sh: " + nonsense.getMessage(), 2);
        }
        return code;
    }

    private static boolean isSeparator(Words.Word word) {
        return word.operator() && !word.text().startsWith(">");
    }

    private boolean wanted(String separator) {
        return switch (separator) {
            case "&&" -> code == 0;
            case "||" -> code != 0;
            default -> true;
        };
    }

    private int command(List<Words.Word> words, InputStream in, OutputStream out, OutputStream err) throws IOException {
        List<String> arguments = new ArrayList<>();
        OutputStream target = out;
        try {
            for (int at = 0; at < words.size(); at++) {
                Words.Word word = words.get(at);
                if (!word.operator()) {
                    arguments.add(word.text());
                } else if (at + 1 < words.size()) {
                    target = redirect(
                            target, out, words.get(++at).text(), word.text().equals(">>"));
                } else {
                    return complain(err, "sh: a file name is missing", 2);
                }
            }
            return arguments.isEmpty() ? 0 : Commands.run(this, arguments, in, target, err);
        } catch (IOException refused) {
            String name = arguments.isEmpty() ? "sh" : arguments.get(0);
            return complain(err, name + ": " + Failures.text(this, refused), 1);
        } finally {
            if (target != out) {
                target.close();
            }
        }
    }

    private OutputStream redirect(OutputStream before, OutputStream out, String path, boolean append)
            throws IOException {
        if (before != out) {
            before.close();
        }
        if (path.equals("/dev/null")) {
            return OutputStream.nullOutputStream();
        }
        Path file = real(path);
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(path, null, "Is a directory");
        }
        return Files.newOutputStream(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
    }

    static int complain(OutputStream err, String text, int code) throws IOException {
        err.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        return code;
    }
}
