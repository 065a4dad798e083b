package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.subscription.MachineInstance;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cmw.subscription.VendorDesk;
import io.mercato.rest.NamedEntity;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code /subscription} and {@code /virtualMachineInstance}. */
@Component
public class SubscriptionRest extends RestModule {
    private static final Set<Role> VENDORS = EnumSet.of(Role.VENDOR, Role.ADMIN, Role.SUPERADMIN);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "cmw-list-subscriptions",
                                "GET",
                                "/subscription",
                                "direct:cmw-list-subscriptions",
                                "Subscriptions, the newest first")
                        .answersMany(SubscriptionBody.class, SubscriptionDetail.class, SubscriptionBody::of)
                        .minimally(SubscriptionDetail.class, SubscriptionRest::minimal),
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
                                "Stops, starts, ends, renames; a vendor reports")
                        .takes(SubscriptionPatch.class, SubscriptionPatch::toDomain)
                        .answers(
                                SubscriptionPatchResponse.class,
                                Object.class,
                                done -> SubscriptionPatchResponse.NOTHING),
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
                        .takes(Map.class, SubscriptionRest::instructions),
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
                        .answers(MachineBody.class, MachineInstance.class, MachineBody::of));
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
