package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.catalogue.InstanceType;
import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.cmw.catalogue.VirtualMachineConfiguration;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * {@code VirtualMachineConfiguration} of the contract; besides it the image that the machine boots, the application's
 * port and first login, and the vendor that it belongs to.
 */
public record VirtualMachineConfigurationBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Min(0) @Max(InstanceType.LARGEST_DISK) Integer diskSpace,
        Boolean gpu,
        OperatingSystem osType,
        List<UrlEntity> instanceTypes,
        @Size(max = 255) String image,
        @Min(1) @Max(65535) Integer applicationPort,
        @Size(max = 64) String applicationLogin,
        UrlEntity company) {
    private static final String DEFAULT_IMAGE = "debian-12";

    static VirtualMachineConfigurationBody of(VirtualMachineConfiguration configuration) {
        return new VirtualMachineConfigurationBody(
                configuration.id(),
                "virtualMachineConfiguration/" + configuration.id(),
                configuration.name(),
                configuration.diskSpace(),
                configuration.gpu(),
                configuration.operatingSystem(),
                References.of("instanceType", configuration.instanceTypeIds()),
                configuration.image(),
                configuration.applicationPort(),
                configuration.applicationLogin(),
                UrlEntity.of("company", configuration.companyId()));
    }

    VirtualMachineConfiguration toDomain(Call call) {
        return new VirtualMachineConfiguration(
                null,
                name.strip(),
                or(osType, OperatingSystem.LINUX),
                or(text(image), DEFAULT_IMAGE),
                diskSpace,
                applicationPort,
                text(applicationLogin),
                or(gpu, false),
                UrlEntity.id(company, "company", "company"),
                References.ids(instanceTypes, "instanceType", "instanceTypes"));
    }
}
