package io.mercato.domain.notifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * E-mails about a subscription, to the customer where nothing else is said. {@code name} is the subscription's, {@code
 * url} its page; addresses are absolute, http or https.
 */
public sealed interface SubscriptionEmail extends Email {

    record Deploying(String name, String product, String url) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYING;
        }
    }

    /**
     * How to log in: an application has {@code applicationUrl}, {@code login} and {@code password}, a machine has {@code
     * sshCommand}; an application on a machine of the customer's may have all four.
     */
    record Deployed(
            String name,
            String product,
            String url,
            @Nullable String applicationUrl,
            @Nullable String login,
            @Nullable String password,
            @Nullable String sshCommand)
            implements SubscriptionEmail {
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
    record DeployedForVendor(int subscription, String name, String product, String customer, String url)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYED_VENDOR;
        }
    }

    record DeploymentFailed(String name, String product, String url) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYMENT_FAILED;
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
            String url)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_DEPLOYMENT_FAILED_STAFF;
        }
    }

    /** @param unpaid it was stopped because an invoice is overdue, not because the customer asked */
    record Stopped(String name, String product, boolean unpaid, String url) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_STOPPED;
        }
    }

    /** @param dataDiskKept the customer's data disk has been kept */
    record Undeployed(String name, String product, boolean dataDiskKept, String url) implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_UNDEPLOYED;
        }
    }

    /** The end was asked for, or ordered by the platform; what it used is being released. */
    record Killed(String name, String product, Instant at, String url) implements SubscriptionEmail {
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
    record Expiring(String name, String product, Instant end, int daysLeft, boolean autoRenewed, String url)
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
            String name, String product, String before, String after, boolean deferred, Instant from, String url)
            implements SubscriptionEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.SUBSCRIPTION_UPGRADED;
        }
    }
}
