package io.mercato.processors.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.transfer.Download;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.CloudAccounts;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.ZipInputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonalExportTest {
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final Json json = new Json(JsonConfiguration.newMapper());
    private final MovableClock clock = new MovableClock();
    private final Tables tables = new Tables(jdbc, json);
    private final Outbox outbox = new Outbox("cmw", jdbc, json, clock, new OutboxSignal());
    private final Market market = new Market(jdbc);

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void what_vendors_want_to_know_of_an_item_is_left_out_of_his_carts() throws Exception {
        jdbc.sql("with c as (insert into cmw.cart (customer_id, created_at, updated_at) values (?, now(), now())"
                        + " returning id) insert into cmw.cart_item (cart_id, position, product_version_id, quantity,"
                        + " configuration_parameters) select c.id, 1, ?, 3, 'v1:c2VjcmV0' from c")
                .params(market.customer.userId(), market.vm)
                .update();

        assertThat(exported("carts.json"))
                .contains("\"quantity\": 3")
                .doesNotContain("v1:c2VjcmV0", "configuration_parameters");
    }

    private String exported(String file) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            Exchange exchange = new DefaultExchange(camel);
            new PersonalExport(DATABASE.dataSource(), users())
                    .write(market.customer, market.customer.userId(), exchange);
            Download download = (Download) exchange.getMessage().getBody();
            return read(new ZipInputStream(download.bytes()), file);
        }
    }

    private static String read(ZipInputStream zip, String file) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(file)) {
                return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No " + file);
    }

    private UserStore users() {
        TokenStore logins = new TokenStore(jdbc, clock, new TokenProperties(Duration.ofHours(1)));
        CloudCredentialStore credentials = new CloudCredentialStore(
                tables, json, new SecretCipher(Market.KEY), new CloudAccounts(jdbc, json, outbox));
        return PeopleStores.of(tables, outbox, logins, credentials, clock).users();
    }
}
