package io.mercato.platform.cassetto;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cassetto.ObjectCleaner;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Removes what nobody holds, and finds what lies on the storage unknown. */
@Component
public class RemoveObjects extends RouteBuilder {
    private static final String STORAGE = "direct:storage-${properties:mercato.cassetto.storage:s3}-";

    @Override
    public void configure() {
        // spotless:off
        // In:    the clock
        // Out:   contents that nobody has held for long enough are gone, old ids of messages are forgotten
        // Fails: logged; tried again at the next tick
        from("timer:cassetto-remove?period={{mercato.cassetto.removal-period:10m}}&delay=60000")
            .routeId("cassetto-clock-remove").routeConfigurationId("clock")
            .to("direct:cassetto-remove-objects")
            .bean(ObjectCleaner.class, "forget");

        // In: nothing; Out: all of them are gone, one after the other; Fails: with the first that cannot be removed
        from("direct:cassetto-remove-objects").routeId("cassetto-remove-objects").errorHandler(noErrorHandler())
            .setVariable("removed", constant("first"))
            .loopDoWhile(variable("removed").isNotNull())
                .to("direct:cassetto-remove-object")
            .end();

        // In:    nothing
        // Out:   variable removed: the content that is gone, its smaller images first; null when there is none to go
        // Fails: rolled back; what is gone from the storage already is gone again at the next try
        from("direct:cassetto-remove-object").routeId("cassetto-remove-object").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("removed", method(ObjectCleaner.class, "claim"))
            .filter(variable("removed").isNotNull())
                .setBody(method(ObjectCleaner.class, "thumbnails(${variable.removed})"))
                .toD(STORAGE + "list?block=false")
                .split(body()).stopOnException()
                    .setBody(simple("${body.key}")).toD(STORAGE + "delete?block=false")
                .end()
                .setBody(method(ObjectCleaner.class, "key(${variable.removed})"))
                .toD(STORAGE + "delete?block=false")
                .bean(ObjectCleaner.class, "removed(${variable.removed})")
            .end();

        // In:    the clock
        // Out:   what lies on the storage unknown is on record, to be removed, or reported
        // Fails: logged; tried again at the next tick
        from("timer:cassetto-sweep?period={{mercato.cassetto.sweep-period:24h}}&delay={{mercato.cassetto.sweep-delay:10m}}")
            .routeId("cassetto-clock-sweep").routeConfigurationId("clock")
            .to("direct:cassetto-sweep-storage");

        // In: nothing; Out: every key of the storage was looked at, page after page; Fails: as the storage does
        from("direct:cassetto-sweep-storage").routeId("cassetto-sweep-storage").errorHandler(noErrorHandler())
            .setVariable("after", constant(""))
            .loopDoWhile(variable("after").isNotNull())
                .setBody(method(ObjectCleaner.class, "next(${variable.after})"))
                .toD(STORAGE + "list?block=false")
                .setVariable("after", method(ObjectCleaner.class, "last"))
                .to("direct:cassetto-adopt-keys")
            .end();

        // In: list of StoredKey; Out: those that nobody knows are on record; Fails: rolled back
        from("direct:cassetto-adopt-keys").routeId("cassetto-adopt-keys").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(ObjectCleaner.class, "adopt");
        // spotless:on
    }
}
