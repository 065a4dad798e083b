package io.mercato.rest.cmw.vendor;

import io.mercato.domain.cmw.vendor.ChoicesRequest;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What {@code POST /configurationParameter/{id}/values} takes.
 *
 * @param configurationParameters what was chosen so far
 */
public record ExternalConfigurationParameterValuesRequest(
        @NotNull UrlEntity productVersion,
        Integer buyerId,
        UrlEntity cloudCredential,
        Map<String, @Size(max = 4096) String> configurationParameters) {

    ChoicesRequest toDomain() {
        return new ChoicesRequest(
                References.required(productVersion, "productVersion", "productVersion"),
                buyerId,
                UrlEntity.id(cloudCredential, "cloudCredential", "cloudCredential"),
                ParameterKeys.ids(configurationParameters));
    }
}
