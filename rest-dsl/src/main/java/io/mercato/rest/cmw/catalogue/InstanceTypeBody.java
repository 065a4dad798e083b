package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.InstanceType;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** {@code InstanceType} of the contract: RAM in megabytes, root disk in gigabytes. */
public record InstanceTypeBody(
        Integer id,
        String self,
        @NotNull UrlEntity cloudProvider,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Positive @Max(InstanceType.MOST_CPUS) Integer cpu,
        @NotNull @Positive @Max(InstanceType.MOST_RAM) Integer ram,

        @NotNull @PositiveOrZero @Max(InstanceType.LARGEST_DISK)
        Integer rootDiskSpace) {

    static InstanceTypeBody of(InstanceType type) {
        return new InstanceTypeBody(
                type.id(),
                "instanceType/" + type.id(),
                UrlEntity.of("cloudProvider", type.cloudProviderId()),
                type.name(),
                type.cpu(),
                type.ram(),
                type.rootDiskSpace());
    }

    InstanceType toDomain(Call call) {
        int provider = References.required(cloudProvider, "cloudProvider", "cloudProvider");
        return new InstanceType(null, provider, name.strip(), cpu, ram, rootDiskSpace);
    }
}
