package io.mercato.domain.cmw.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's machine is made of.
 *
 * @param id null until it is stored
 * @param image the cloud's name of the image it boots
 * @param diskSpace gigabytes of the data disk, 0 for none
 * @param applicationPort port that the application answers on; null for a bare machine
 * @param applicationLogin the first login that the application gets; null for a bare machine
 * @param companyId the vendor it belongs to; null for one that administrators keep for everybody
 * @param instanceTypeIds sizes that it may have
 */
public record VirtualMachineConfiguration(
        @Nullable Integer id,
        String name,
        OperatingSystem operatingSystem,
        String image,
        int diskSpace,
        @Nullable Integer applicationPort,
        @Nullable String applicationLogin,
        boolean gpu,
        @Nullable Integer companyId,
        List<Integer> instanceTypeIds) {}
