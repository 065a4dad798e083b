package io.mercato.domain.cloud;

/**
 * For whom a resource exists. Every resource in a cloud is marked with it, by name and by metadata, so that a step that
 * is repeated finds what it made before, and reconciliation finds what nobody needs any more.
 *
 * @param platform name of this platform, so that two of them can share one account
 * @param subscription id of the subscription
 */
public record Owner(String platform, int subscription) {
    /** Metadata keys that a connector writes on what it creates, where the cloud has metadata. */
    public static final String PLATFORM_KEY = "mercato_platform";

    public static final String SUBSCRIPTION_KEY = "mercato_subscription";

    /** Name of the resource of this kind; the token by which a repeated creation finds the first one. */
    public String resourceName(ResourceKind kind) {
        return platform + "-" + subscription + "-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
