package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a vendor says of a syndicated product that he runs himself (behaviour §5). */
@Component
public class VendorDesk {
    private final AccessStore access;
    private final SubscriptionMover mover;
    private final SubscriptionChangelog changelog;

    public VendorDesk(AccessStore access, SubscriptionMover mover, SubscriptionChangelog changelog) {
        this.access = access;
        this.mover = mover;
        this.changelog = changelog;
    }

    /** How the customer gets in. */
    public sealed interface Access {}

    public record Endpoints(List<SubscriptionDetail.Endpoint> endpoints) implements Access {}

    public record Credentials(List<SubscriptionDetail.Credential> credentials) implements Access {}

    /** @param instructions by language */
    public record Instructions(Map<String, String> instructions) implements Access {}

    /** The event that the vendor's report is. */
    public SubscriptionEvent report(Principal principal, Subscription subscription, SubscriptionChange change) {
        SubscriptionEvent event = change.reportedEvent();
        SubscriptionRules.requireVendorOf(principal, subscription);
        return event;
    }

    public void give(Principal principal, Subscription subscription, Access given) {
        SubscriptionRules.requireVendorOf(principal, subscription);
        if (given instanceof Endpoints endpoints) {
            requireApplication(endpoints.endpoints());
            changed(
                    principal,
                    subscription,
                    "endpoints",
                    addresses(access, subscription),
                    addresses(endpoints.endpoints()));
            access.replaceEndpoints(subscription.id(), endpoints.endpoints());
        } else if (given instanceof Credentials credentials) {
            changed(
                    principal,
                    subscription,
                    "credentials",
                    keys(access.credentialsOf(subscription.id())),
                    keys(credentials.credentials()));
            access.replaceCredentials(subscription.id(), credentials.credentials());
        } else if (given instanceof Instructions instructions) {
            changed(
                    principal,
                    subscription,
                    "endUserInstructions",
                    access.instructionsOf(subscription.id()),
                    instructions.instructions());
            access.putInstructions(subscription.id(), instructions.instructions());
        }
        mover.tell(subscription, EventType.MODIFIED);
    }

    private void changed(Principal principal, Subscription subscription, String property, Object left, Object right) {
        changelog.changed(subscription, principal, SubscriptionChangelog.field(property, left, right));
    }

    private static List<String> addresses(AccessStore access, Subscription subscription) {
        return addresses(access.endpointsOf(List.of(subscription.id())).getOrDefault(subscription.id(), List.of()));
    }

    private static List<String> addresses(List<SubscriptionDetail.Endpoint> endpoints) {
        return endpoints.stream().map(SubscriptionDetail.Endpoint::endpoint).toList();
    }

    /** Their values are nobody else's business. */
    private static List<String> keys(List<SubscriptionDetail.Credential> credentials) {
        return credentials.stream().map(SubscriptionDetail.Credential::key).toList();
    }

    private static void requireApplication(List<SubscriptionDetail.Endpoint> endpoints) {
        if (endpoints.stream().noneMatch(endpoint -> "APP".equals(endpoint.category()))) {
            throw Errors.invalidField("category", "one endpoint must be of category APP");
        }
        endpoints.forEach(endpoint -> {
            if (!isHttps(endpoint.endpoint())) {
                throw Errors.invalidField("endpoint", "must be an https address");
            }
        });
    }

    private static boolean isHttps(String address) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
