package io.mercato.domain.cmw.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that machines are built on.
 *
 * @param id null until it is stored
 * @param connector name of the connector that speaks to it, as {@code "openstack"}; only administrators see it
 * @param endpoint address of its API; only administrators see it
 * @param options what else the connector needs; only administrators see them
 * @param userNames login user of its images for each operating system
 */
public record CloudProvider(
        @Nullable Integer id,
        String name,
        @Nullable String alias,
        @Nullable String connector,
        @Nullable String endpoint,
        @Nullable String region,
        @Nullable Map<String, String> options,
        List<Feature> features,
        List<OperatingSystem> supportedOperatingSystems,
        Map<OperatingSystem, String> userNames,
        @Nullable String logoUrl,
        boolean enabled,
        boolean privateCloud,
        int weight) {

    /** @param value how much of it, where it is a quantity */
    public record Feature(CloudFeature feature, @Nullable Integer value) {}

    /** What everybody may know of it. */
    public CloudProvider reduced() {
        return withConnection(null, null, null, null);
    }

    /** The same, with the connection of another one wherever it names none itself. */
    public CloudProvider connectedLike(CloudProvider other) {
        return withConnection(
                connector == null ? other.connector : connector,
                endpoint == null ? other.endpoint : endpoint,
                region == null ? other.region : region,
                options == null ? other.options : options);
    }

    public boolean isConnectedLike(CloudProvider other) {
        return Objects.equals(connector, other.connector)
                && Objects.equals(endpoint, other.endpoint)
                && Objects.equals(region, other.region)
                && Objects.equals(options, other.options);
    }

    private CloudProvider withConnection(
            @Nullable String newConnector,
            @Nullable String newEndpoint,
            @Nullable String newRegion,
            @Nullable Map<String, String> newOptions) {
        return new CloudProvider(
                id,
                name,
                alias,
                newConnector,
                newEndpoint,
                newRegion,
                newOptions,
                features,
                supportedOperatingSystems,
                userNames,
                logoUrl,
                enabled,
                privateCloud,
                weight);
    }
}
