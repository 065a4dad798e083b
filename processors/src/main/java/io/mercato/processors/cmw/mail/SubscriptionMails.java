package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEffect;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Failed;
import io.mercato.domain.deployer.message.DeploymentEvent.Undeployed;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.SubscriptionEmail;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.subscription.MachineReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** E-mails about what happens to a subscription (behaviour §9). */
@Component
public class SubscriptionMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final OrderStore orders;
    private final Clock clock;
    private final PanelNotices notices;

    public SubscriptionMails(
            Mailbox mailbox, Correspondents correspondents, OrderStore orders, Clock clock, PanelNotices notices) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.orders = orders;
        this.clock = clock;
        this.notices = notices;
    }

    /** @param report what the deployer reported, when it was a report; else null */
    public void tell(Subscription subscription, SubscriptionEffect effect, Object report) {
        String link = correspondents.link(subscription.aggregate());
        String name = subscription.name();
        String product = subscription.productName();
        switch (effect) {
            case TELL_DEPLOYING -> toBuyer(subscription, new SubscriptionEmail.Deploying(name, product, link));
            case TELL_DEPLOYED -> deployed(subscription, link, report);
            case TELL_DEPLOYMENT_FAILED -> failed(subscription, link, report);
            case TELL_REJECTED -> rejected(subscription, false);
            case TELL_PAYMENT_EXPIRED -> rejected(subscription, true);
            case TELL_STOPPED -> toBuyer(subscription, new SubscriptionEmail.Stopped(name, product, false, link));
            case TELL_STOPPED_UNPAID -> toBuyer(subscription, new SubscriptionEmail.Stopped(name, product, true, link));
            case TELL_KILLED ->
                toBuyer(subscription, new SubscriptionEmail.Killed(name, product, clock.instant(), link));
            case TELL_UNDEPLOYED ->
                toBuyer(
                        subscription,
                        new SubscriptionEmail.Undeployed(
                                name, product, report instanceof Undeployed gone && gone.keptVolumeId() != null, link));
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
                        correspondents.link("product/" + subscription.productId())));
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
                        correspondents.link(subscription.aggregate())));
    }

    private void deployed(Subscription subscription, String link, Object report) {
        String url = null;
        String login = null;
        String password = null;
        String ssh = null;
        if (report instanceof Deployed machine) {
            url = machine.applicationUrl();
            login = machine.login();
            password = machine.password();
            ssh = MachineReports.sshCommand(machine.machine());
        }
        String name = subscription.name();
        String product = subscription.productName();
        toBuyer(subscription, new SubscriptionEmail.Deployed(name, product, link, url, login, password, ssh));
        if (!subscription.isSandbox()) {
            forVendor(subscription, link);
        }
    }

    private void forVendor(Subscription subscription, String link) {
        send(
                subscription,
                new SubscriptionEmail.DeployedForVendor(
                        subscription.id(),
                        subscription.name(),
                        subscription.productName(),
                        correspondents.user(subscription.buyerId()).recipient().name(),
                        link),
                correspondents.company(subscription.vendorId()));
    }

    private void failed(Subscription subscription, String link, Object report) {
        String name = subscription.name();
        String product = subscription.productName();
        toBuyer(subscription, new SubscriptionEmail.DeploymentFailed(name, product, link));
        Failed failure = report instanceof Failed failed
                ? failed
                : new Failed(subscription.id(), clock.instant(), "DEPLOY", "The vendor reported a failure", false);
        String customer =
                correspondents.user(subscription.buyerId()).recipient().name();
        send(
                subscription,
                new SubscriptionEmail.DeploymentFailedForStaff(
                        subscription.id(),
                        name,
                        product,
                        customer,
                        failure.operation(),
                        failure.reason(),
                        failure.kept(),
                        link),
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
