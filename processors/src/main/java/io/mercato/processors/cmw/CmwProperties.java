package io.mercato.processors.cmw;

import io.mercato.domain.cmw.order.OrderTimes;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the core.
 *
 * @param publicUrl address under which customers reach the platform, for links in e-mails
 * @param panelUrl address of the control panel; {@code order/7} is put behind it for a page. Empty while there is none
 * @param paymentTerm how long a payment may take; a first payment expires then
 * @param sandboxHours hours after which a sandbox ends
 * @param paymentReminderPeriod how often a customer is reminded of an open invoice
 * @param overdueStopGrace how long after its due date an unpaid invoice stops the machine
 * @param overdueEndGrace how long after that it ends the subscription
 * @param reminderDays days before its end on which a customer is reminded
 * @param orderNoticePause how long an e-mail about an order that somebody asked for is not sent again
 * @param idempotencyRetention how long an Idempotency-Key is remembered
 * @param inboxRetention how long a message that was dealt with is remembered; longer than the broker redelivers
 */
@ConfigurationProperties("mercato.cmw")
public record CmwProperties(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("") String panelUrl,
        @DefaultValue("3d") Duration paymentTerm,
        @DefaultValue("24") int sandboxHours,
        @DefaultValue("365d") Duration startsWithin,
        @DefaultValue("1d") Duration paymentReminderPeriod,
        @DefaultValue("2d") Duration overdueStopGrace,
        @DefaultValue("3d") Duration overdueEndGrace,
        @DefaultValue({"14", "10", "7", "4", "3", "2", "1"}) List<Integer> reminderDays,
        @DefaultValue("5m") Duration orderNoticePause,
        @DefaultValue("2d") Duration idempotencyRetention,
        @DefaultValue("7d") Duration inboxRetention) {

    public OrderTimes orderTimes() {
        return new OrderTimes(paymentTerm, sandboxHours, startsWithin);
    }
}
