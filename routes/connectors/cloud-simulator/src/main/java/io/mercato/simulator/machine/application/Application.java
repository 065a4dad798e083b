package io.mercato.simulator.machine.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.machine.Machine;
import io.mercato.simulator.machine.web.WebAnswer;
import io.mercato.simulator.machine.web.WebRequest;
import io.mercato.simulator.state.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The product that runs on a machine whose /etc/mercato/application.json asks for one: a login, and behind it notes
 * that lie on the data disk.
 */
public final class Application implements Function<WebRequest, WebAnswer> {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final String CONFIGURATION = "/etc/mercato/application.json";

    private final Configuration configuration;
    private final Notes notes;
    private final Sessions sessions = new Sessions();

    /** What the file says. */
    record Configuration(String name, int port, String login, String password, boolean dataDisk) {}

    private Application(Configuration configuration, Notes notes) {
        this.configuration = configuration;
        this.notes = notes;
    }

    /** The machine's application, if it has one and its data disk, if it needs one, is there. */
    public static Optional<Application> of(Machine machine) throws IOException {
        Path file = machine.files().real(CONFIGURATION);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode json = Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        Configuration configuration = new Configuration(
                json.path("name").asText("Application"),
                json.path("port").asInt(8080),
                json.path("login").asText("admin"),
                json.path("password").asText(""),
                json.path("dataDisk").asBoolean(false));
        if (configuration.password().isEmpty() || configuration.port() < 1 || configuration.port() > 65535) {
            LOG.warn(
                    "machine {}: its application has no password or no good port",
                    machine.plan().id());
            return Optional.empty();
        }
        if (configuration.dataDisk() && machine.plan().disks().isEmpty()) {
            return Optional.empty();
        }
        String directory = configuration.dataDisk() ? "/data/notes" : "/var/lib/application/notes";
        return Optional.of(new Application(configuration, new Notes(machine.files(), directory)));
    }

    public int port() {
        return configuration.port();
    }

    @Override
    public WebAnswer apply(WebRequest request) {
        String operation = request.method() + " " + request.path();
        boolean known = request.cookie("session").filter(sessions::knows).isPresent();
        try {
            return switch (operation) {
                case "GET /" -> known ? notesPage() : loginPage(200, "");
                case "GET /health" -> WebAnswer.text("application/json", "{\"status\":\"UP\"}");
                case "POST /login" -> login(request);
                case "POST /logout" -> logout(request);
                case "POST /notes" -> known ? addNote(request) : loginPage(401, "Please log in.");
                default -> WebAnswer.html(404, Pages.plain(configuration.name(), "There is no such page."));
            };
        } catch (IOException broken) {
            LOG.warn("an application can't use its disk: {}", broken.toString());
            return WebAnswer.html(500, Pages.plain(configuration.name(), "The disk can't be used."));
        }
    }

    private WebAnswer login(WebRequest request) {
        boolean login = same(request.field("login"), configuration.login());
        boolean password = same(request.field("password"), configuration.password());
        if (!login || !password) {
            return loginPage(401, "Login or password is wrong.");
        }
        String cookie = "session=" + sessions.open() + "; HttpOnly; SameSite=Strict; Path=/";
        return WebAnswer.seeOther("/", Map.of("Set-Cookie", cookie));
    }

    private WebAnswer logout(WebRequest request) {
        request.cookie("session").ifPresent(sessions::close);
        return WebAnswer.seeOther("/", Map.of("Set-Cookie", "session=; Max-Age=0; Path=/"));
    }

    private WebAnswer addNote(WebRequest request) throws IOException {
        String text = request.field("text").strip();
        if (!text.isEmpty()) {
            notes.add(text);
        }
        return WebAnswer.seeOther("/", Map.of());
    }

    private WebAnswer loginPage(int status, String message) {
        return WebAnswer.html(status, Pages.login(configuration.name(), message));
    }

    private WebAnswer notesPage() throws IOException {
        return WebAnswer.html(200, Pages.notes(configuration.name(), notes.all()));
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
