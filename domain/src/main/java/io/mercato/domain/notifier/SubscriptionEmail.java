package io.mercato.domain.notifier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * E-mails about a subscription, to the customer where nothing else is said. {@code name} is the subscription's, {@code
 * page} its page; addresses are absolute, http or https.
 */
public sealed interface SubscriptionEmail extends Email {

    record Deploying(String name, String product, ResourcePage page) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYING;
        }
    }

    /** An address that its vendor gave. @param category as {@code APP}; null for none */
    record Endpoint(@Nullable String name, @Nullable String category, String address) implements EmailPart {}

    /**
     * How to log in: an application has {@code applicationUrl}, {@code login} and {@code password}, a machine has {@code
     * sshCommand}; an application on a machine of the customer's may have all four. What the vendor runs has {@code
     * endpoints}.
     *
     * @param credentials whether the vendor gave some: they are read in the subscription
     * @param instructions the same of instructions
     */
    record Deployed(
            String name,
            String product,
            ResourcePage page,
            @Nullable String applicationUrl,
            @Nullable String login,
            @Nullable String password,
            @Nullable String sshCommand,
            List<Endpoint> endpoints,
            boolean credentials,
            boolean instructions)
            implements SubscriptionEmail {

        public Deployed {
            endpoints = List.copyOf(endpoints);
        }

        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYED;
        }

        /** Without the password: this may end in a log. */
        @Override
        public String toString() {
            return "Deployed[" + name + "]";
        }
    }

    /**
     * To the vendor of the product.
     *
     * @param customer who ordered it
     */
    record DeployedForVendor(int subscription, String name, String product, String customer, ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYED_VENDOR;
        }
    }

    record DeploymentFailed(String name, String product, ResourcePage page) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYMENT_FAILED;
        }
    }

    /** It had been there already. */
    record HasFailed(String name, String product, ResourcePage page) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_FAILED;
        }
    }

    /** To those who run the platform: its vendor, who runs it, reports a failure. @param before whether it had been there */
    record FailedAtVendorForStaff(
            int subscription, String name, String product, String customer, boolean before, ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_FAILED_STAFF;
        }
    }

    /**
     * To those who run the platform.
     *
     * @param operation what failed, as the deployer names it
     * @param reason the deployer's reason
     * @param kept what was created is still there, for inspection
     */
    record DeploymentFailedForStaff(
            int subscription,
            String name,
            String product,
            String customer,
            String operation,
            String reason,
            boolean kept,
            ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYMENT_FAILED_STAFF;
        }
    }

    /** @param unpaid an invoice is overdue: it was not the customer who asked */
    record Stopped(String name, String product, boolean unpaid, ResourcePage page) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_STOPPED;
        }
    }

    /** @param dataDiskKept the customer's data disk has been kept */
    record Undeployed(String name, String product, boolean dataDiskKept, ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_UNDEPLOYED;
        }
    }

    /** The end was asked for, or ordered by the platform; what it used is being released. */
    record Killed(String name, String product, Instant at, ResourcePage page) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_KILLED;
        }
    }

    /**
     * @param end when it ends, or is renewed
     * @param daysLeft whole days until then
     * @param autoRenewed it will be renewed by itself
     */
    record Expiring(String name, String product, Instant end, int daysLeft, boolean autoRenewed, ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_EXPIRING;
        }
    }

    /**
     * @param before name of the plan until then
     * @param after name of the plan from then on
     * @param deferred whether it changes only when the period ends
     */
    record Upgraded(
            String name, String product, String before, String after, boolean deferred, Instant from, ResourcePage page)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_UPGRADED;
        }
    }

    /** How much there is of an extra resource. */
    record Quantity(String item, int before, int after) implements EmailPart {}

    /** @param deferred whether it changes only when the period ends */
    record QuantitiesChanged(
            String name, String product, List<Quantity> quantities, boolean deferred, Instant from, ResourcePage page)
            implements SubscriptionEmail {

        public QuantitiesChanged {
            quantities = List.copyOf(quantities);
        }

        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_QUANTITIES_CHANGED;
        }
    }
}
