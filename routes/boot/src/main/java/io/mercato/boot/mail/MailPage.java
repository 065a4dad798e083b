package io.mercato.boot.mail;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.util.List;

/** What the catcher's page looks like. Everything out of a mail is escaped; its HTML stands in a sandbox. */
class MailPage {
    private static final String FRAME = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title><style>
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1c2733}
            table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d6dde3}
            pre{white-space:pre-wrap;background:#f4f6f8;padding:1rem}iframe{width:100%%;height:40rem;border:1px solid #d6dde3}
            a{color:#0b5cad}</style></head><body>%s</body></html>
            """;

    String list(List<CaughtMail> mails) {
        StringBuilder rows = new StringBuilder();
        for (CaughtMail mail : mails) {
            rows.append("<tr><td>%s</td><td>%s</td><td><a href=\"/mail/%s\">%s</a></td></tr>%n"
                    .formatted(
                            mail.date(),
                            htmlEscape(String.join(", ", mail.to())),
                            mail.id(),
                            htmlEscape(mail.subject().isBlank() ? "(no subject)" : mail.subject())));
        }
        String body = "<h1>Caught mails</h1><p>%d mails, newest first. Nobody else has got them.</p>%s"
                .formatted(
                        mails.size(), "<table><tr><th>Sent</th><th>To</th><th>Subject</th></tr>" + rows + "</table>");
        return FRAME.formatted("Caught mails", body);
    }

    String one(CaughtMail mail) {
        StringBuilder body = new StringBuilder("<p><a href=\"/\">All mails</a></p>");
        body.append("<h1>%s</h1><p>From %s<br>To %s<br>%s</p>"
                .formatted(
                        htmlEscape(mail.subject()),
                        htmlEscape(mail.from()),
                        htmlEscape(String.join(", ", mail.to())),
                        mail.date()));
        if (mail.html() != null) {
            body.append("<h2>HTML</h2><iframe sandbox title=\"the mail as HTML\" src=\"/mail/%s/html\"></iframe>"
                    .formatted(mail.id()));
        }
        if (mail.text() != null) {
            body.append("<h2>Text</h2><pre>%s</pre>".formatted(htmlEscape(mail.text())));
        }
        return FRAME.formatted(htmlEscape(mail.subject()), body);
    }
}
