package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.MachineInstance;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cmw.subscription.VendorDesk;
import io.mercato.rest.NamedEntity;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import io.mercato.rest.cmw.Resource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code /subscription} and {@code /virtualMachineInstance}. */
@Component
public class SubscriptionRest extends RestModule {
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMIN, Role.SUPERADMIN);
    private static final Set<Role> VENDORS = EnumSet.of(Role.VENDOR, Role.ADMIN, Role.SUPERADMIN);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return Stream.of(
                        ofSubscriptions(),
                        furtherReads(),
                        ofMachines(),
                        Resource.metadata("subscription", "subscription"))
                .<Operation<?, ?>>flatMap(Function.identity())
                .toList();
    }

    private static Stream<Operation<?, ?>> ofSubscriptions() {
        return Stream.of(
                Operation.of(
                                "cmw-list-subscriptions",
                                "GET",
                                "/subscription",
                                "direct:cmw-list-subscriptions",
                                "Subscriptions, the newest first")
                        .answersMany(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of)
                        .minimally(SubscriptionDetail.class, SubscriptionRest::minimal)
                        .preferring("priced", SubscriptionDetail.class, PricedEntity::of)
                        .preferring("deployment", SubscriptionDetail.class, SubscriptionDeployment::of),
                Operation.of(
                                "cmw-get-subscription",
                                "GET",
                                "/subscription/{id}",
                                "direct:cmw-get-subscription",
                                "A subscription with its log, endpoints and credentials")
                        .answers(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of)
                        .minimally(SubscriptionDetail.class, SubscriptionRest::minimal),
                Operation.of(
                                "cmw-change-subscription",
                                "PATCH",
                                "/subscription/{id}",
                                "direct:cmw-change-subscription",
                                "Stops, starts, ends, renames, renews, changes the plan; a vendor reports")
                        .takes(SubscriptionPatch.class, SubscriptionPatch::toDomain)
                        .answers(SubscriptionPatchResponse.class, ChangeResult.class, SubscriptionPatchResponse::of),
                Operation.of(
                        "cmw-delete-subscription",
                        "DELETE",
                        "/subscription/{id}",
                        "direct:cmw-delete-subscription",
                        "Ends a subscription"),
                Operation.of(
                                "cmw-get-subscription-changelog",
                                "GET",
                                "/subscription/{id}/changelog",
                                "direct:cmw-get-subscription-changelog",
                                "Who did what with a subscription")
                        .answers(ChangelogBody.class, List.class, ChangelogBody::of),
                access("endpoints", "Where the customer finds it")
                        .takes(
                                EndpointBody[].class,
                                body -> new VendorDesk.Endpoints(Arrays.stream(body)
                                        .map(EndpointBody::toDomain)
                                        .toList())),
                access("credentials", "How the customer logs in")
                        .takes(
                                CredentialInput[].class,
                                body -> new VendorDesk.Credentials(Arrays.stream(body)
                                        .map(CredentialInput::toDomain)
                                        .toList())),
                access("instructions", "What the customer has to know, by language")
                        .takes(Map.class, SubscriptionRest::instructions));
    }

    private static Stream<Operation<?, ?>> furtherReads() {
        return Stream.of(
                Operation.of(
                                "cmw-list-expiring-subscriptions",
                                "GET",
                                "/subscription/expiring",
                                "direct:cmw-list-expiring-subscriptions",
                                "Subscriptions that end soon, the next one first")
                        .answersMany(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of),
                Operation.of(
                                "cmw-list-subscription-metadata-keys",
                                "GET",
                                "/subscription/metadata/keys",
                                "direct:cmw-list-subscription-metadata-keys",
                                "Keys that integrators use at subscriptions")
                        .answersMany(String.class, String.class, key -> key),
                Operation.of(
                                "cmw-list-subscription-metadata-values",
                                "GET",
                                "/subscription/metadata/{key}/values",
                                "direct:cmw-list-subscription-metadata-values",
                                "What integrators keep under a key")
                        .answersMany(String.class, String.class, value -> value));
    }

    private static Stream<Operation<?, ?>> ofMachines() {
        return Stream.of(
                Operation.of(
                                "cmw-list-machines",
                                "GET",
                                "/virtualMachineInstance",
                                "direct:cmw-list-machines",
                                "Machines, the newest first")
                        .answersMany(MachineBody.class, MachineInstance.class, MachineBody::of),
                Operation.of(
                                "cmw-get-machine",
                                "GET",
                                "/virtualMachineInstance/{id}",
                                "direct:cmw-get-machine",
                                "A machine")
                        .answers(MachineBody.class, MachineInstance.class, MachineBody::of),
                Operation.of(
                                "cmw-change-machine",
                                "PATCH",
                                "/virtualMachineInstance/{id}",
                                "direct:cmw-change-machine",
                                "Renames, stops or starts a machine")
                        .takes(MachinePatch.class, MachinePatch::toDomain),
                Operation.of(
                                "cmw-delete-machine",
                                "DELETE",
                                "/virtualMachineInstance/{id}",
                                "direct:cmw-delete-machine",
                                "Ends the subscription that a machine is for")
                        .allowed(ADMINISTRATORS));
    }

    private static NamedEntity minimal(SubscriptionDetail detail) {
        return NamedEntity.of(
                "subscription",
                detail.subscription().id(),
                detail.subscription().name());
    }

    private static Operation<Void, Void> access(String what, String summary) {
        return Operation.of("cmw-give-" + what, "POST", "/subscription/{id}/" + what, "direct:cmw-give-access", summary)
                .allowed(VENDORS);
    }

    private static VendorDesk.Instructions instructions(Map<?, ?> body) {
        return new VendorDesk.Instructions(InstructionsInput.read(body));
    }
}
