package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;

/**
 * What a cloud provider's machine, disk or traffic costs the customer in one period.
 *
 * @param specs what it is, in words
 * @param unitPrice of an hour of the machine, a gigabyte of disk for a month, a month of traffic
 * @param quantity hours, gigabyte-months or months in a period
 * @param inAdvance whether it is paid at the start of a period
 */
public record CloudCharge(
        CloudPricingType type,
        LineType lineType,
        String specs,
        Money unitPrice,
        BigDecimal quantity,
        boolean inAdvance) {

    /** What the quantity counts. */
    String unit() {
        if (lineType == LineType.UPFRONT) {
            return "reservation";
        }
        return switch (type) {
            case INSTANCE -> "hour";
            case DISK_SPACE -> "GB per month";
            case BANDWIDTH -> "month";
        };
    }

    /** For one period. */
    public Money net() {
        return unitPrice.times(quantity).owed();
    }
}
