package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.catalogue.CloudProvider;
import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.rest.Call;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * {@code CloudProvider} of the contract; besides it, for administrators only, how the cloud is reached: connector,
 * endpoint, region, options. A change that leaves these away keeps them.
 */
public record CloudProviderBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 255) String alias,
        Boolean enabled,
        List<CloudProvider.@NotNull Feature> features,
        String logoUrl,
        Boolean privateCloud,
        List<@NotNull OperatingSystem> supportedOperatingSystems,
        Map<OperatingSystem, @NotNull String> usernames,
        Integer weight,
        @Pattern(regexp = "[a-z][a-z0-9-]*") String connector,
        @Pattern(regexp = "https?://\\S+") @Size(max = 1024) String endpoint,
        @Size(max = 255) String region,
        Map<@NotBlank String, @NotNull String> options) {

    static CloudProviderBody of(CloudProvider provider) {
        return new CloudProviderBody(
                provider.id(),
                "cloudProvider/" + provider.id(),
                provider.name(),
                provider.alias(),
                provider.enabled(),
                provider.features(),
                provider.logoUrl(),
                provider.privateCloud(),
                provider.supportedOperatingSystems(),
                provider.userNames(),
                provider.weight(),
                provider.connector(),
                provider.endpoint(),
                provider.region(),
                provider.options());
    }

    CloudProvider toDomain(Call call) {
        return new CloudProvider(
                null,
                name.strip(),
                text(alias),
                connector,
                endpoint,
                region,
                options,
                or(features, List.of()),
                or(supportedOperatingSystems, List.of(OperatingSystem.LINUX)),
                or(usernames, Map.of()),
                text(logoUrl),
                or(enabled, true),
                or(privateCloud, false),
                or(weight, 0));
    }
}
