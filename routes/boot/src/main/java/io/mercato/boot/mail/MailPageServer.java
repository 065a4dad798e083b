package io.mercato.boot.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page: {@code /} lists, {@code /mail/<id>} shows one, {@code /mail/<id>/html} is its HTML for the sandbox;
 * {@code /messages} and {@code /messages/<id>} are the same as JSON.
 */
class MailPageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailPageServer.class);
    private static final Pattern PATH = Pattern.compile("/(mail|messages)/([0-9-]+)(/html)?");
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private final MailFolder folder;
    private final ObjectMapper json;
    private final MailReader reader = new MailReader();
    private final MailPage page = new MailPage();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;

    MailPageServer(MailFolder folder, ObjectMapper json, int port) throws IOException {
        this.folder = folder;
        this.json = json;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 16);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("A caught mail cannot be shown", e);
            throw new IOException(e);
        }
    }

    private Answer answerTo(String path) throws IOException, MessagingException {
        if (path.equals("/")) {
            return Answer.page(page.list(all()));
        }
        if (path.equals("/messages")) {
            return Answer.json(json.writeValueAsString(all()));
        }
        Matcher wanted = PATH.matcher(path);
        Optional<CaughtMail> mail = wanted.matches() ? one(wanted.group(2)) : Optional.empty();
        if (mail.isEmpty()) {
            return new Answer(404, "text/plain", "There is no such mail", "default-src 'none'");
        }
        if (wanted.group(1).equals("messages")) {
            return Answer.json(json.writeValueAsString(mail.get()));
        }
        return wanted.group(3) == null
                ? Answer.page(page.one(mail.get()))
                : Answer.foreign(mail.get().html());
    }

    private List<CaughtMail> all() throws IOException, MessagingException {
        List<CaughtMail> mails = new ArrayList<>();
        for (String id : folder.ids()) {
            one(id).ifPresent(mails::add);
        }
        return mails;
    }

    private Optional<CaughtMail> one(String id) throws IOException, MessagingException {
        Optional<MimeMessage> message = folder.find(id);
        return message.isEmpty() ? Optional.empty() : Optional.of(reader.read(id, message.get()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String type, String body, String policy) {
        static Answer page(String body) {
            return new Answer(200, HTML, body, "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
        }

        static Answer json(String body) {
            return new Answer(200, JSON, body, "default-src 'none'");
        }

        /** HTML that somebody else wrote: no script runs, nothing is fetched but pictures inside the mail. */
        static Answer foreign(String body) {
            return new Answer(
                    200,
                    HTML,
                    body == null ? "" : body,
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        }
    }
}
