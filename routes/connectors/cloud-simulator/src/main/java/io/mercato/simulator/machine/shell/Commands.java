package io.mercato.simulator.machine.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The commands by name. */
final class Commands {
    /** What a command gets. */
    record Context(Shell shell, List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
        void print(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        int complain(String text) throws IOException {
            return Shell.complain(err, text, 1);
        }
    }

    /** A command; the result is its exit code. */
    interface Command {
        int run(Context context) throws IOException;
    }

    private static final Map<String, Command> ALL = new TreeMap<>();

    static {
        FileCommands.register(ALL);
        MachineCommands.register(ALL);
        ALL.put("echo", Commands::echo);
        ALL.put("true", context -> 0);
        ALL.put("false", context -> 1);
        ALL.put("exit", Commands::exit);
        ALL.put("logout", Commands::exit);
        ALL.put("env", Commands::environment);
        ALL.put("date", Commands::date);
        ALL.put("help", Commands::help);
    }

    private Commands() {}

    static int run(Shell shell, List<String> words, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        Command command = ALL.get(words.get(0));
        if (command == null) {
            return Shell.complain(err, words.get(0) + ": command not found (try help)", 127);
        }
        return command.run(new Context(shell, words.subList(1, words.size()), in, out, err));
    }

    private static int echo(Context context) throws IOException {
        boolean bare =
                !context.arguments().isEmpty() && context.arguments().get(0).equals("-n");
        List<String> words =
                bare ? context.arguments().subList(1, context.arguments().size()) : context.arguments();
        context.print(String.join(" ", words) + (bare ? "" : "\n"));
        return 0;
    }

    private static int exit(Context context) throws IOException {
        int code = context.shell().code();
        if (!context.arguments().isEmpty()) {
            String given = context.arguments().get(0);
            code = given.matches("\\d{1,3}") ? Integer.parseInt(given) & 255 : 2;
        }
        context.shell().exit(code);
        return code;
    }

    private static int environment(Context context) throws IOException {
        for (Map.Entry<String, String> variable : context.shell().variables().entrySet()) {
            context.print(variable.getKey() + "=" + variable.getValue() + "\n");
        }
        return 0;
    }

    private static int date(Context context) throws IOException {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH);
        context.print(format.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\n");
        return 0;
    }

    private static int help(Context context) throws IOException {
        context.print("This machine knows: " + String.join(" ", ALL.keySet()) + "\n");
        return 0;
    }
}
