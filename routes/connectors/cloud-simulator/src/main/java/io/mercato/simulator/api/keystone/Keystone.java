package io.mercato.simulator.api.keystone;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Times;
import io.mercato.simulator.api.keystone.Accounts.Account;
import io.mercato.simulator.api.keystone.Tokens.Token;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keystone v3: who one is, and where the services are. */
public final class Keystone {
    private static final String DENIED = "The request you have made requires authentication.";

    private final Accounts accounts;
    private final Tokens tokens;

    public Keystone(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    public void register(Router router) {
        router.open("POST", "/identity/v3/auth/tokens", "create-token", this::create);
        router.open("GET", "/identity/v3/auth/tokens", "show-token", this::show);
        router.open("DELETE", "/identity/v3/auth/tokens", "revoke-token", this::revoke);
        router.open("GET", "/identity/v3/auth/projects", "list-projects", this::projects);
        router.on("GET", "/identity/v3/projects", "list-projects", this::projects);
        router.on(
                "GET",
                "/identity/v3/auth/catalog",
                "show-catalog",
                call -> Reply.ok(object("catalog", Catalog.of(call.base(), call.projectId()), "links", object())));
    }

    private Reply create(Call call) {
        JsonNode auth = call.body().path("auth");
        JsonNode identity = auth.path("identity");
        if (!identity.path("methods").isArray()) {
            throw ApiException.badRequest("'methods' is a required property");
        }
        Account user = identity.path("methods").toString().contains("\"token\"")
                ? byToken(identity.path("token").path("id").asText())
                : byPassword(identity.path("password").path("user"));
        Account project = scope(auth.path("scope"), user);
        Token token = tokens.issue(user.id(), project == null ? null : project.id());
        return Reply.created(view(call, token)).with("X-Subject-Token", tokens.sign(token));
    }

    private Account byPassword(JsonNode given) {
        String name =
                given.has("id") ? given.path("id").asText() : given.path("name").asText();
        boolean domain = given.has("id") || isDefault(given.path("domain"));
        return accounts.user(name)
                .filter(user ->
                        domain && accounts.passwordIs(given.path("password").asText()))
                .orElseThrow(() -> new ApiException(401, DENIED));
    }

    private Account byToken(String signed) {
        return tokens.read(signed)
                .flatMap(token -> accounts.user(token.userId()))
                .orElseThrow(() -> new ApiException(401, DENIED));
    }

    private static boolean isDefault(JsonNode domain) {
        return domain.path("id").asText().equals(Accounts.DEFAULT_DOMAIN.id())
                || domain.path("name").asText().equals(Accounts.DEFAULT_DOMAIN.name());
    }

    /** The project that the token shall be for; null when none was asked for. */
    private Account scope(JsonNode scope, Account user) {
        if (!scope.has("project")) {
            return null;
        }
        JsonNode wanted = scope.path("project");
        boolean domain = wanted.has("id") || isDefault(wanted.path("domain"));
        String name = wanted.has("id")
                ? wanted.path("id").asText()
                : wanted.path("name").asText();
        return accounts.project(name)
                .filter(project -> domain && accounts.projectsOf(user).contains(project))
                .orElseThrow(() -> new ApiException(401, DENIED));
    }

    private Token caller(Call call) {
        String signed = call.header("x-auth-token");
        return (signed == null ? Optional.<Token>empty() : tokens.read(signed))
                .orElseThrow(() -> new ApiException(401, DENIED));
    }

    private Token subject(Call call) {
        caller(call);
        String signed = call.header("x-subject-token");
        return (signed == null ? Optional.<Token>empty() : tokens.read(signed))
                .orElseThrow(() -> ApiException.notFound("Could not find token."));
    }

    private Reply show(Call call) {
        Token token = subject(call);
        return Reply.ok(view(call, token)).with("X-Subject-Token", call.header("x-subject-token"));
    }

    private Reply revoke(Call call) {
        tokens.revoke(subject(call));
        return Reply.empty(204);
    }

    private Reply projects(Call call) {
        Account user = accounts.user(caller(call).userId()).orElseThrow();
        List<Map<String, Object>> projects = accounts.projectsOf(user).stream()
                .map(project -> object(
                        "id",
                        project.id(),
                        "name",
                        project.name(),
                        "domain_id",
                        Accounts.DEFAULT_DOMAIN.id(),
                        "enabled",
                        true,
                        "is_domain",
                        false,
                        "description",
                        ""))
                .toList();
        return Reply.ok(object("projects", projects, "links", object("next", null, "previous", null)));
    }

    private Map<String, Object> view(Call call, Token token) {
        Account user = accounts.user(token.userId()).orElseThrow();
        Map<String, Object> domain = object("id", Accounts.DEFAULT_DOMAIN.id(), "name", Accounts.DEFAULT_DOMAIN.name());
        Map<String, Object> view = object(
                "methods", List.of("password"),
                "user", object("domain", domain, "id", user.id(), "name", user.name(), "password_expires_at", null),
                "audit_ids", List.of(token.auditId()),
                "expires_at", Times.micros(token.expires()),
                "issued_at", Times.micros(token.issued()));
        if (token.projectId() != null) {
            Account project = accounts.project(token.projectId()).orElseThrow();
            String role = user.name().equals("admin") ? "admin" : "member";
            view.put("project", object("domain", domain, "id", project.id(), "name", project.name()));
            view.put("is_domain", false);
            view.put("roles", List.of(object("id", Accounts.hash(role), "name", role)));
            view.put("catalog", Catalog.of(call.base(), project.id()));
        }
        return object("token", view);
    }
}
