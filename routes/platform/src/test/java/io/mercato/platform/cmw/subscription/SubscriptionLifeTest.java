package io.mercato.platform.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.MachineInstance;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Subscription.PendingOperation;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Endpoint;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Failed;
import io.mercato.domain.deployer.message.DeploymentEvent.Progressed;
import io.mercato.domain.deployer.message.DeploymentEvent.Started;
import io.mercato.domain.deployer.message.DeploymentEvent.Stopped;
import io.mercato.domain.deployer.message.DeploymentEvent.Undeployed;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.platform.cmw.CoreRoutes;
import io.mercato.processors.cmw.subscription.VendorDesk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionLifeTest extends CoreRoutes {

    @Test
    void a_machine_that_is_there_begins_the_period_and_its_customer_learns_how_to_get_in() {
        Order order = order(market.vm, OrderType.TRIAL);
        forgetMessages();
        int id = order.subscriptionId();

        report(new Progressed(id, clock.instant(), "CREATING", "Creating the machine", 30, 5, "busy", true));
        report(new Deployed(id, clock.instant(), MACHINE, null, null, null));

        SubscriptionDetail detail = detail(id);
        Subscription one = detail.subscription();
        assertThat(one.status()).isEqualTo(SubscriptionStatus.DEPLOYED);
        assertThat(one.start()).isEqualTo(clock.instant());
        assertThat(one.end()).isEqualTo("2026-02-14T10:00:00Z");
        assertThat(detail.log()).singleElement().satisfies(step -> {
            assertThat(step.progress()).isEqualTo(30);
            assertThat(step.error()).isEqualTo("busy");
            assertThat(step.temporary()).isTrue();
            assertThat(step.attemptsLeft()).isEqualTo(5);
        });
        assertThat(detail.endpoints()).extracting(Endpoint::endpoint).containsExactly("ssh://debian@127.0.0.9:2222");
        assertThat(detail.instructions().get("en")).endsWith("ssh -p 2222 debian@127.0.0.9");
        assertThat(detail.machines()).hasSize(1);
        assertThat(messages()).containsExactly("subscription-deployed", "subscription-deployed-vendor");
        assertThat(market.column(
                        String.class,
                        "select message from cmw.notification where user_id = ? and about = ? order by id desc limit 1",
                        market.customer.userId(),
                        "subscription/" + id))
                .containsExactly(one.name() + " is ready");
    }

    @Test
    void an_application_has_its_address_and_its_first_login() {
        Order order = order(market.managed, OrderType.TRIAL);
        int id = order.subscriptionId();

        report(new Deployed(id, clock.instant(), MACHINE, "https://127.0.0.9:8443", "boss", "hunter2"));

        assertThat(detail(id).credentials()).extracting(Credential::value).containsExactly("boss", "hunter2");
        assertThat(detail(id).endpoints())
                .extracting(Endpoint::endpoint)
                .containsExactly("https://127.0.0.9:8443", "ssh://debian@127.0.0.9:2222");
        assertThat(market.column(String.class, "select value from cmw.subscription_credential"))
                .allMatch(value -> value.startsWith("v1:"));
    }

    @Test
    void a_machine_is_shown_to_whom_its_subscription_is() {
        int id = deployed(market.vm);
        MachineInstance machine = machines(market.customer).get(0);

        assertThat(machine.subscriptionId()).isEqualTo(id);
        assertThat(machine.cpu()).isEqualTo(2);
        assertThat(machine.publicIp()).isEqualTo("127.0.0.9");
        assertThat(machines(market.stranger)).isEmpty();
        assertRefused(
                () -> call("direct:cmw-get-machine", market.stranger, machine.id(), null, Object.class),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
    }

    @Test
    void a_machine_is_stopped_and_started() {
        int id = deployed(market.vm);

        act(market.customer, id, SubscriptionAction.STOP);
        assertThat(detail(id).subscription().pendingOperation()).isEqualTo(PendingOperation.STOP);
        assertThat(messages()).containsExactly("Stop");
        assertRefused(() -> act(market.customer, id, SubscriptionAction.STOP), ErrorKind.LOCKED, "operation-under-way");
        report(new Stopped(id, clock.instant()));
        assertThat(detail(id).subscription().status()).isEqualTo(SubscriptionStatus.STOPPED);
        assertThat(detail(id).subscription().pendingOperation()).isNull();
        assertThat(messages()).containsExactly("subscription-stopped");

        act(market.colleague, id, SubscriptionAction.START);
        assertThat(messages()).containsExactly("Start");
        report(new Started(id, clock.instant(), MACHINE));

        assertThat(detail(id).subscription().status()).isEqualTo(SubscriptionStatus.DEPLOYED);
        assertRefused(
                () -> act(market.customer, id, SubscriptionAction.START),
                ErrorKind.CONFLICT,
                "operation-not-available");
    }

    @Test
    void who_asked_for_a_stop_stands_in_the_changelog() {
        int id = deployed(market.vm);
        act(market.colleague, id, SubscriptionAction.STOP);

        assertThat(changes(id)).last().satisfies(change -> {
            assertThat(change.authorId()).isEqualTo(market.colleague.userId());
            assertThat(change.changes()).containsExactly(new Change.Value("pendingOperation", null, "STOP"));
        });
    }

    @Test
    void a_stop_that_fails_leaves_the_machine_as_it_was() {
        int id = deployed(market.vm);
        act(market.customer, id, SubscriptionAction.STOP);

        report(new Failed(id, clock.instant(), "STOP", "no answer", true));

        assertThat(detail(id).subscription().status()).isEqualTo(SubscriptionStatus.DEPLOYED);
        assertThat(detail(id).actions()).contains(SubscriptionAction.STOP);
    }

    @Test
    void what_is_killed_is_given_back_and_nothing_of_it_stays() {
        int id = deployed(market.managed);
        report(new Deployed(id, clock.instant(), MACHINE, "https://127.0.0.9:8443", "boss", "hunter2"));

        change(market.customer, id, new SubscriptionChange(SubscriptionAction.KILL, null, null, null, true));

        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(market.column(
                        Boolean.class,
                        "select (payload::jsonb ->> 'keepCustomerDataDisk')::boolean from cmw.outbox"
                                + " where type = 'Undeploy'"))
                .containsExactly(true);
        assertThat(messages()).containsExactly("Undeploy", "subscription-killed");
        report(new Undeployed(id, clock.instant(), "vol-1"));

        assertThat(market.status(id)).isEqualTo("UNDEPLOYED");
        assertThat(messages()).containsExactly("subscription-undeployed");
        assertThat(events("Subscription")).endsWith("MODIFIED", "DELETED");
        SubscriptionDetail detail = detail(id);
        assertThat(detail.actions()).isEmpty();
        assertThat(detail.credentials()).isEmpty();
        assertThat(detail.endpoints()).isEmpty();
        assertThat(machines(market.customer)).isEmpty();
        days(60);
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_disk_is_kept_only_when_it_was_asked_for() {
        int id = deployed(market.vm);

        act(market.customer, id, SubscriptionAction.KILL);

        assertThat(market.column(
                        Boolean.class,
                        "select (payload::jsonb ->> 'keepCustomerDataDisk')::boolean from cmw.outbox"
                                + " where type = 'Undeploy'"))
                .containsExactly(false);
    }

    @Test
    void what_comes_late_changes_nothing() {
        int id = deployed(market.vm);
        act(market.customer, id, SubscriptionAction.KILL);
        report(new Undeployed(id, clock.instant(), null));
        forgetMessages();

        report(new Deployed(id, clock.instant(), MACHINE, null, null, null));
        report(new Stopped(id, clock.instant()));
        report(new Undeployed(id, clock.instant(), null));

        assertThat(market.status(id)).isEqualTo("UNDEPLOYED");
        assertThat(machines(market.customer)).isEmpty();
        assertThat(events("Subscription")).filteredOn("DELETED"::equals).hasSize(1);
    }

    @Test
    void a_deployed_report_while_it_is_given_back_does_not_bring_it_back() {
        Order order = order(market.vm, OrderType.TRIAL);
        act(market.customer, order.subscriptionId(), SubscriptionAction.KILL);
        forgetMessages();

        report(new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));

        assertThat(market.status(order.subscriptionId())).isEqualTo("UNDEPLOY_SENT");
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_message_that_comes_twice_is_dealt_with_once() {
        Order order = order(market.vm, OrderType.TRIAL);
        forgetMessages();
        UUID id = UUID.randomUUID();
        var step = new Progressed(order.subscriptionId(), clock.instant(), "CREATING", "Creating", 30, 5, null, false);

        assertThat(report(step, id).getException()).isNull();
        assertThat(report(step, id).getException()).isNull();

        assertThat(detail(order.subscriptionId()).log()).hasSize(1);
    }

    @Test
    void a_report_that_fails_in_the_middle_is_taken_again_when_it_is_redelivered() {
        Order order = order(market.vm, OrderType.TRIAL);
        forgetMessages();
        var report = new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null);
        UUID id = UUID.randomUUID();
        jdbc.sql("alter table cmw.outbox rename to outbox_gone").update();
        try {
            assertThat(report(report, id).getException()).isNotNull();
        } finally {
            jdbc.sql("alter table cmw.outbox_gone rename to outbox").update();
        }
        assertThat(market.status(order.subscriptionId())).isEqualTo("PENDING");
        assertThat(machines(market.customer)).isEmpty();

        assertThat(report(report, id).getException()).isNull();

        assertThat(market.status(order.subscriptionId())).isEqualTo("DEPLOYED");
        assertThat(messages()).containsExactly("subscription-deployed", "subscription-deployed-vendor");
    }

    @Test
    void a_message_that_nobody_knows_is_refused() {
        var unknown = template.request("jms:queue:cmw.deployment-events", exchange -> {
            exchange.getMessage()
                    .setHeader("mercatoMessageId", UUID.randomUUID().toString());
            exchange.getMessage().setHeader("mercatoMessageType", "Exploded");
            exchange.getMessage().setBody("{}");
        });

        assertThat(unknown.getException()).hasStackTraceContaining("Not a DeploymentEvent: Exploded");
        assertThat(market.column(Integer.class, "select count(*) from cmw.inbox"))
                .containsExactly(0);
    }

    @Test
    void a_deployment_that_failed_is_told_to_customer_and_staff_and_tried_again_by_an_administrator() {
        Order order = order(market.vm, OrderType.TRIAL);
        forgetMessages();
        int id = order.subscriptionId();

        report(new Failed(id, clock.instant(), "DEPLOY", "No quota", false));

        assertThat(market.status(id)).isEqualTo("FAILED");
        assertThat(messages())
                .containsExactly("subscription-deployment-failed", "subscription-deployment-failed-staff");
        assertRefused(() -> act(market.customer, id, SubscriptionAction.DEPLOY), ErrorKind.FORBIDDEN, "forbidden");
        act(market.admin, id, SubscriptionAction.DEPLOY);
        assertThat(market.status(id)).isEqualTo("PENDING");
        assertThat(messages()).containsExactly("Deploy", "subscription-deploying");
    }

    @Test
    void what_is_repaired_goes_on_with_its_own_period() {
        int id = deployed(market.vm);
        Subscription before = detail(id).subscription();
        days(3);
        report(new Failed(id, clock.instant(), "CHECK", "vanished", false));
        act(market.admin, id, SubscriptionAction.DEPLOY);

        report(new Deployed(id, clock.instant(), MACHINE, null, null, null));

        assertThat(detail(id).subscription().start()).isEqualTo(before.start());
        assertThat(detail(id).subscription().end()).isEqualTo(before.end());
    }

    @Test
    void a_syndicated_product_is_run_by_its_vendor() {
        Order order = order(market.syndicated, OrderType.NORMAL);
        pay(invoiceOf(order));
        int id = order.subscriptionId();
        assertThat(messages()).containsExactly("order-created", "subscription-deploying");

        give(market.vendor, id, new VendorDesk.Endpoints(List.of(endpoint("APP", "https://wiki.example/7"))));
        give(market.vendor, id, new VendorDesk.Instructions(Map.of("en", "Just log in")));
        give(
                market.vendor,
                id,
                new VendorDesk.Credentials(
                        List.of(new Credential("password", "hunter2", Map.of("en", "Password"), 1, true))));
        vendorReports(market.vendor, id, SubscriptionStatus.DEPLOYED);

        SubscriptionDetail detail = detail(id);
        assertThat(detail.subscription().status()).isEqualTo(SubscriptionStatus.DEPLOYED);
        assertThat(detail.endpoints()).extracting(Endpoint::endpoint).containsExactly("https://wiki.example/7");
        assertThat(detail.credentials()).extracting(Credential::value).containsExactly("hunter2");
        assertThat(told("subscription-deployed", "endpoints")).contains("https://wiki.example/7");
        assertThat(told("subscription-deployed", "credentials")).isEqualTo("true");
        assertThat(told("subscription-deployed", "instructions")).isEqualTo("true");
        assertThat(market.column(String.class, "select payload from cmw.outbox"))
                .noneMatch(payload -> payload.contains("hunter2"));
        assertThat(messages()).containsExactly("subscription-deployed", "subscription-deployed-vendor");

        act(market.customer, id, SubscriptionAction.KILL);
        assertThat(messages()).containsExactly("subscription-killed");
        vendorReports(market.vendor, id, SubscriptionStatus.UNDEPLOYED);

        assertThat(market.status(id)).isEqualTo("UNDEPLOYED");
        assertThat(events("Subscription"))
                .containsExactly(
                        "CREATED", "MODIFIED", "MODIFIED", "MODIFIED", "MODIFIED", "MODIFIED", "MODIFIED", "DELETED");
    }

    @Test
    void a_vendor_says_nothing_of_what_is_not_his_not_paid_or_not_run_by_him() {
        Order unpaid = order(market.syndicated, OrderType.NORMAL);
        int vm = deployed(market.vm);

        assertRefused(
                () -> vendorReports(market.vendor, unpaid.subscriptionId(), SubscriptionStatus.DEPLOYED),
                ErrorKind.CONFLICT,
                "operation-not-available");
        assertRefused(
                () -> vendorReports(market.rival, unpaid.subscriptionId(), SubscriptionStatus.DEPLOYED),
                ErrorKind.NOT_FOUND,
                "not-found-%resource%-%id%");
        assertRefused(
                () -> vendorReports(market.customer, unpaid.subscriptionId(), SubscriptionStatus.DEPLOYED),
                ErrorKind.FORBIDDEN,
                "forbidden");
        assertRefused(
                () -> vendorReports(market.vendor, vm, SubscriptionStatus.UNDEPLOYED),
                ErrorKind.CONFLICT,
                "not-syndicated");
        assertRefused(
                () -> give(market.vendor, vm, new VendorDesk.Instructions(Map.of("en", "x"))),
                ErrorKind.CONFLICT,
                "not-syndicated");
    }

    @Test
    void endpoints_are_https_and_one_is_the_application() {
        int id = order(market.syndicated, OrderType.TRIAL).subscriptionId();
        String invalid = "invalid-field-%field%-%problem%";

        for (String address : List.of("http://wiki.example", "https://wiki example", "wiki", "https:///x")) {
            assertRefused(
                    () -> give(market.vendor, id, new VendorDesk.Endpoints(List.of(endpoint("APP", address)))),
                    ErrorKind.INVALID,
                    invalid);
        }
        assertRefused(
                () -> give(
                        market.vendor,
                        id,
                        new VendorDesk.Endpoints(List.of(endpoint("VIDEO", "https://wiki.example")))),
                ErrorKind.INVALID,
                invalid);
        assertThat(detail(id).endpoints()).isEmpty();
    }

    @Test
    void a_vendor_reports_a_failure() {
        int id = order(market.syndicated, OrderType.TRIAL).subscriptionId();
        forgetMessages();

        vendorReports(market.vendor, id, SubscriptionStatus.FAILED);

        assertThat(market.status(id)).isEqualTo("FAILED");
        assertThat(messages()).containsExactly("subscription-deployment-failed", "subscription-failed-staff");
    }

    @Test
    void what_fails_while_it_is_used_is_not_said_to_have_failed_to_be_set_up() {
        int id = syndicated();

        vendorReports(market.vendor, id, SubscriptionStatus.FAILED);

        assertThat(told("subscription-failed-staff", "before")).isEqualTo("true");
        assertThat(messages()).containsExactly("subscription-failed", "subscription-failed-staff");
    }

    @Test
    void a_subscription_is_renamed_and_its_renewal_switched_off() {
        int id = deployed(market.vm);

        change(market.customer, id, new SubscriptionChange(SubscriptionAction.SET_NAME, " Mine ", null, null, false));
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));

        assertThat(detail(id).subscription().name()).isEqualTo("Mine");
        assertThat(detail(id).subscription().autoRenew()).isFalse();
        assertThat(changes(id))
                .extracting(change -> change.changes().toString())
                .contains(
                        List.of(new Change.Value("name", "Wiki - Small", "Mine"))
                                .toString(),
                        List.of(new Change.Value("autoRenew", "true", "false")).toString());
    }

    @Test
    void another_s_subscription_is_not_there_for_a_stranger() {
        int id = deployed(market.vm);

        for (var action : SubscriptionAction.values()) {
            assertRefused(() -> act(market.stranger, id, action), ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
        }
        assertRefused(() -> act(market.supervisor, id, SubscriptionAction.STOP), ErrorKind.FORBIDDEN, "forbidden");
        assertRefused(() -> act(market.vendor, id, SubscriptionAction.KILL), ErrorKind.FORBIDDEN, "forbidden");
    }

    private Endpoint endpoint(String category, String address) {
        return new Endpoint(0, category, null, address, null);
    }

    private void give(io.mercato.domain.identity.Principal who, int id, VendorDesk.Access access) {
        call("direct:cmw-give-access", who, id, access, Object.class);
    }

    @SuppressWarnings("unchecked")
    private List<Change> changes(int id) {
        return call("direct:cmw-get-subscription-changelog", market.customer, id, null, List.class);
    }

    @SuppressWarnings("unchecked")
    private List<MachineInstance> machines(io.mercato.domain.identity.Principal who) {
        Page<MachineInstance> page = exchange(
                        "direct:cmw-list-machines",
                        who,
                        null,
                        null,
                        Map.of("filter", Filter.NONE, "page", PageRequest.FIRST))
                .getMessage()
                .getBody(Page.class);
        return page.items();
    }
}
