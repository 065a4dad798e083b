package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.pricing.BandwidthPricing;
import io.mercato.domain.cmw.pricing.CloudPrices;
import io.mercato.domain.cmw.pricing.DiskSpacePricing;
import io.mercato.domain.cmw.pricing.InstancePricing;
import io.mercato.domain.error.Errors;
import io.mercato.processors.cmw.RecordMapper;
import io.mercato.processors.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prices that hold for a plan's machine. */
@Component
public class CloudPriceReader {
    private final JdbcClient jdbc;
    private final RecordMapper<InstancePricing> instances;
    private final RecordMapper<DiskSpacePricing> disks;
    private final RecordMapper<BandwidthPricing> bandwidths;

    public CloudPriceReader(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.instances = new RecordMapper<>(InstancePricing.class, json);
        this.disks = new RecordMapper<>(DiskSpacePricing.class, json);
        this.bandwidths = new RecordMapper<>(BandwidthPricing.class, json);
    }

    /**
     * A machine as a plan describes it.
     *
     * @param diskGigabytes of the data disk
     * @param bandwidthPricingId traffic that is ordered; null for none
     */
    public record Machine(
            int providerId,
            int instanceTypeId,
            String flavor,
            String operatingSystem,
            int diskGigabytes,
            Integer bandwidthPricingId) {}

    public CloudPrices of(Machine machine) {
        return new CloudPrices(
                machine.flavor(), machine.diskGigabytes(), instance(machine), disk(machine), bandwidth(machine));
    }

    /** The price of the operating system before the one of any. */
    private InstancePricing instance(Machine machine) {
        return jdbc.sql("select * from cmw.instance_pricing where instance_type_id = ? and not deprecated"
                        + " and (operating_system is null or operating_system = ?)"
                        + " order by operating_system nulls last limit 1")
                .params(machine.instanceTypeId(), machine.operatingSystem())
                .query(instances)
                .optional()
                .orElse(null);
    }

    private DiskSpacePricing disk(Machine machine) {
        return jdbc.sql("select * from cmw.disk_space_pricing where cloud_provider_id = ?")
                .param(machine.providerId())
                .query(disks)
                .optional()
                .orElse(null);
    }

    private BandwidthPricing bandwidth(Machine machine) {
        if (machine.bandwidthPricingId() == null) {
            return null;
        }
        return jdbc.sql("select * from cmw.bandwidth_pricing where id = ? and cloud_provider_id = ?")
                .params(machine.bandwidthPricingId(), machine.providerId())
                .query(bandwidths)
                .optional()
                .orElseThrow(() -> Errors.unknownReference(
                        "bandwidthPricing", "bandwidthPricing/" + machine.bandwidthPricingId()));
    }
}
