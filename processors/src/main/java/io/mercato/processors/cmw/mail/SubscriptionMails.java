package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEffect;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Failed;
import io.mercato.domain.deployer.message.DeploymentEvent.Undeployed;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.subscription.AccessStore;
import io.mercato.processors.cmw.subscription.MachineReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** E-mails about what happens to a subscription (behaviour §9). */
@Component
public class SubscriptionMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final OrderStore orders;
    private final Clock clock;
    private final PanelNotices notices;
    private final AccessStore access;
    private final InvoiceStore invoices;
    private final InvoiceMails invoiceMails;

    public SubscriptionMails(
            Mailbox mailbox,
            Correspondents correspondents,
            OrderStore orders,
            Clock clock,
            PanelNotices notices,
            AccessStore access,
            InvoiceStore invoices,
            InvoiceMails invoiceMails) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.orders = orders;
        this.clock = clock;
        this.notices = notices;
        this.access = access;
        this.invoices = invoices;
        this.invoiceMails = invoiceMails;
    }

    /** @param report what the deployer reported, when it was a report; else null */
    public void tell(Subscription subscription, SubscriptionEffect effect, Object report) {
        ResourcePage page = correspondents.page("subscription", subscription.id());
        String name = subscription.name();
        String product = subscription.productName();
        switch (effect) {
            case TELL_DEPLOYING -> toBuyer(subscription, new SubscriptionEmail.Deploying(name, product, page));
            case TELL_DEPLOYED -> deployed(subscription, page, report);
            case TELL_DEPLOYMENT_FAILED -> failed(subscription, page, report);
            case TELL_REJECTED -> rejected(subscription, false);
            case TELL_PAYMENT_EXPIRED -> rejected(subscription, true);
            case TELL_STOPPED ->
                toBuyer(subscription, new SubscriptionEmail.Stopped(name, product, isUnpaid(subscription), page));
            case TELL_STOPPED_UNPAID -> overdue(subscription).ifPresent(one -> invoiceMails.overdue(one, subscription));
            case TELL_KILLED ->
                toBuyer(subscription, new SubscriptionEmail.Killed(name, product, clock.instant(), page));
            case TELL_UNDEPLOYED ->
                toBuyer(
                        subscription,
                        new SubscriptionEmail.Undeployed(
                                name, product, report instanceof Undeployed gone && gone.keptVolumeId() != null, page));
            default -> throw new IllegalArgumentException("Nothing to tell: " + effect);
        }
    }

    /** With the product's page, to order it again; of several that were ordered together the first one says it for all. */
    private void rejected(Subscription subscription, boolean paymentExpired) {
        Order order = orders.get(Principal.SYSTEM, orders.firstOf(subscription.id()));
        if (order.subscriptionId() != subscription.id()) {
            return;
        }
        toBuyer(
                subscription,
                new OrderEmail.Rejected(
                        order.id(),
                        order.productName(),
                        paymentExpired,
                        order.rejectionReason(),
                        correspondents.page("product", subscription.productId())));
    }

    /** Reminds of the end of the period. */
    public void remindOfEnd(Subscription subscription, Instant end) {
        int days = (int) Duration.between(clock.instant(), end).plusHours(12).toDays();
        toBuyer(
                subscription,
                new SubscriptionEmail.Expiring(
                        subscription.name(),
                        subscription.productName(),
                        end,
                        days,
                        subscription.autoRenew(),
                        correspondents.page("subscription", subscription.id())));
    }

    private void deployed(Subscription subscription, ResourcePage page, Object report) {
        toBuyer(
                subscription,
                report instanceof Deployed machine
                        ? onMachine(subscription, page, machine)
                        : atVendor(subscription, page));
        if (!subscription.isSandbox()) {
            forVendor(subscription, page);
        }
    }

    private static SubscriptionEmail onMachine(Subscription subscription, ResourcePage page, Deployed machine) {
        return new SubscriptionEmail.Deployed(
                subscription.name(),
                subscription.productName(),
                page,
                machine.applicationUrl(),
                machine.login(),
                machine.password(),
                MachineReports.sshCommand(machine.machine()),
                List.of(),
                false,
                false);
    }

    /** With what the vendor has given by now. */
    private SubscriptionEmail atVendor(Subscription subscription, ResourcePage page) {
        int id = subscription.id();
        return new SubscriptionEmail.Deployed(
                subscription.name(),
                subscription.productName(),
                page,
                null,
                null,
                null,
                null,
                access.endpointsOf(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(one -> new SubscriptionEmail.Endpoint(one.name(), one.category(), one.endpoint()))
                        .toList(),
                !access.credentialsOf(id).isEmpty(),
                !access.instructionsOf(id).isEmpty());
    }

    /** What is longest overdue of what is owed for it. */
    private Optional<Invoice> overdue(Subscription subscription) {
        return invoices.debtsOf(subscription.id()).stream()
                .filter(one -> one.number() != null && one.due().isBefore(clock.instant()))
                .min(Comparator.comparing(Invoice::due));
    }

    private boolean isUnpaid(Subscription subscription) {
        return overdue(subscription).isPresent();
    }

    private void forVendor(Subscription subscription, ResourcePage page) {
        send(
                subscription,
                new SubscriptionEmail.DeployedForVendor(
                        subscription.id(),
                        subscription.name(),
                        subscription.productName(),
                        correspondents.user(subscription.buyerId()).recipient().name(),
                        page),
                correspondents.company(subscription.vendorId()));
    }

    /** @param subscription as it was before */
    private void failed(Subscription subscription, ResourcePage page, Object report) {
        String name = subscription.name();
        String product = subscription.productName();
        boolean before = subscription.status() != SubscriptionStatus.PENDING;
        toBuyer(
                subscription,
                before
                        ? new SubscriptionEmail.HasFailed(name, product, page)
                        : new SubscriptionEmail.DeploymentFailed(name, product, page));
        String customer =
                correspondents.user(subscription.buyerId()).recipient().name();
        int id = subscription.id();
        send(
                subscription,
                report instanceof Failed failure
                        ? new SubscriptionEmail.DeploymentFailedForStaff(
                                id,
                                name,
                                product,
                                customer,
                                failure.operation(),
                                failure.reason(),
                                failure.kept(),
                                page)
                        : new SubscriptionEmail.FailedAtVendorForStaff(id, name, product, customer, before, page),
                correspondents.staff());
    }

    private void toBuyer(Subscription subscription, Email email) {
        send(subscription, email, correspondents.user(subscription.buyerId()));
        notices.tell(subscription.buyerId(), email, subscription.aggregate());
    }

    private void send(Subscription subscription, Email email, Correspondent to) {
        mailbox.send(email, to, subscription.aggregate());
    }
}
