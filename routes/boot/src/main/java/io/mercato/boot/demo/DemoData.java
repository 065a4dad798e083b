package io.mercato.boot.demo;

import io.mercato.processors.cmw.Tables;
import io.mercato.processors.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty platform with the demo data: before it listens, once, all of it or nothing. */
@Component
@ConditionalOnProperty("mercato.demo")
class DemoData implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final TransactionTemplate transaction;
    private final Tables tables;
    private final Json json;
    private final DemoPeople people;
    private final DemoCatalogue catalogue;

    DemoData(
            PlatformTransactionManager transactionManager,
            Tables tables,
            Json json,
            DemoPeople people,
            DemoCatalogue catalogue) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.tables = tables;
        this.json = json;
        this.people = people;
        this.catalogue = catalogue;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (isEmpty()) {
                fill(read());
                LOG.info("The demo data is in place");
            }
        });
    }

    /** Of two platforms that start on one empty database, the second one waits for the first. */
    private boolean isEmpty() {
        tables.jdbc()
                .sql("select pg_advisory_xact_lock(hashtext('mercato-demo'))")
                .query((row, index) -> true)
                .list();
        return tables.jdbc()
                .sql("select not exists (select from cmw.company) and not exists (select from cmw.\"user\")")
                .query(Boolean.class)
                .single();
    }

    private void fill(DemoFile file) {
        DemoKeys keys = new DemoKeys();
        people.fill(file, keys);
        catalogue.fill(file, keys);
    }

    private DemoFile read() {
        try {
            String text = new ClassPathResource("demo/marketplace.json").getContentAsString(StandardCharsets.UTF_8);
            return json.read(text, DemoFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo data cannot be read", e);
        }
    }
}
