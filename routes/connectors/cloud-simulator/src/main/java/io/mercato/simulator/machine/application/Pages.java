package io.mercato.simulator.machine.application;

import java.util.List;
import java.util.stream.Collectors;

/** The application's pages. */
final class Pages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width">
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
              label, input, textarea, button { display: block; margin: .4rem 0; font: inherit }
              input, textarea { width: 100%%; padding: .4rem; box-sizing: border-box }
              li { white-space: pre-wrap }
            </style></head>
            <body><h1>%1$s</h1>
            %2$s
            </body></html>
            """;

    private static final String LOGIN = """
            <p role="alert">%s</p>
            <form method="post" action="/login">
              <label>Login <input name="login" autocomplete="username" required></label>
              <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
              <button>Log in</button>
            </form>
            """;

    private static final String NOTES = """
            <p>You are logged in. Your notes lie on the data disk: they are still here after a stop and a start.</p>
            <ul>
            %s
            </ul>
            <form method="post" action="/notes">
              <label>New note <textarea name="text" required></textarea></label>
              <button>Keep it</button>
            </form>
            <form method="post" action="/logout"><button>Log out</button></form>
            """;

    private Pages() {}

    static String login(String name, String message) {
        return frame(name, LOGIN.formatted(escape(message)));
    }

    static String notes(String name, List<String> notes) {
        String items =
                notes.stream().map(note -> "<li>" + escape(note) + "</li>").collect(Collectors.joining("\n"));
        return frame(name, NOTES.formatted(items));
    }

    static String plain(String name, String text) {
        return frame(name, "<p>" + escape(text) + "</p>");
    }

    private static String frame(String name, String content) {
        return FRAME.formatted(escape(name), content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
