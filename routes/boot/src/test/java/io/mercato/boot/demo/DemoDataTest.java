package io.mercato.boot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.CategoryStore;
import io.mercato.processors.cmw.catalogue.CloudAccounts;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.cmw.catalogue.CloudProviderStore;
import io.mercato.processors.cmw.catalogue.InstanceTypeStore;
import io.mercato.processors.cmw.catalogue.PlanMachine;
import io.mercato.processors.cmw.catalogue.ProductReader;
import io.mercato.processors.cmw.catalogue.ProductStore;
import io.mercato.processors.cmw.catalogue.ProductVersionStore;
import io.mercato.processors.cmw.catalogue.VirtualMachineConfigurationStore;
import io.mercato.processors.cmw.people.PeopleStores;
import io.mercato.processors.cmw.people.TokenProperties;
import io.mercato.processors.cmw.people.TokenStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;

class DemoDataTest {
    private final TestDatabase database = TestDatabase.with("cmw");
    private final Json json = new Json(JsonConfiguration.newMapper());
    private final Tables tables = new Tables(database.jdbc(), json);
    private final ProductReader products = new ProductReader(tables, json);
    private DemoData demo;

    @BeforeEach
    void fill(@TempDir Path folder) {
        Secrets secrets = new Secrets(new PlatformProperties(folder, true), new MockEnvironment());
        TokenStore tokens =
                new TokenStore(database.jdbc(), Clock.systemUTC(), new TokenProperties(Duration.ofHours(1)));
        DemoPeople people = people(secrets, tokens);
        demo = new DemoData(
                new JdbcTransactionManager(database.dataSource()), tables, json, people, catalogue(secrets));
        demo.afterSingletonsInstantiated();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ten_products_of_three_vendors_are_seen_by_everybody() {
        var listed = products.list(Principal.ANONYMOUS, Filter.NONE, new PageRequest(1, 50));

        assertThat(listed.items()).hasSize(10).allSatisfy(product -> {
            assertThat(product.minimumCost()).isNotNull();
            assertThat(new ClassPathResource("demo" + product.logo()).exists()).isTrue();
        });
        assertThat(listed.items()).extracting(Product::companyId).doesNotContainNull();
        assertThat(listed.items().stream().map(Product::companyId).distinct()).hasSize(3);
        assertThat(count("cmw.product where silent")).isEqualTo(1);
        assertThat(count("cmw.product_version where trial <> 'NOT_ALLOWED' and trial_length = 14"))
                .isGreaterThan(3);
    }

    @Test
    void the_demo_users_and_the_marketplace_are_there() {
        assertThat(count("cmw.\"user\" where email like '%@demo.mercato.example' and public_key is null"))
                .isEqualTo(7);
        assertThat(count("cmw.marketplace where name = 'Mercato Demo'")).isEqualTo(1);
    }

    @Test
    void a_distributor_has_a_reseller_that_has_a_customer() {
        assertThat(count(
                        "cmw.company c join cmw.company r on r.id = c.parent_id join cmw.company d on d.id = r.parent_id"
                                + " where c.kind = 'CUSTOMER' and r.kind = 'RESELLER' and d.kind = 'DISTRIBUTOR'"))
                .isEqualTo(1);
    }

    @Test
    void the_deployer_is_told_of_the_clouds_account() {
        assertThat(count("cmw.outbox where destination = 'queue.deployer.accounts' and payload like '%RegionOne%'"))
                .isEqualTo(1);
        assertThat(count("cmw.cloud_credential where is_default and secret like 'v1:%'"))
                .isEqualTo(1);
    }

    @Test
    void a_second_start_adds_nothing() {
        demo.afterSingletonsInstantiated();

        assertThat(count("cmw.product")).isEqualTo(11);
        assertThat(count("cmw.outbox")).isEqualTo(1);
    }

    private DemoPeople people(Secrets secrets, TokenStore tokens) {
        Clock clock = Clock.systemUTC();
        Outbox outbox = new Outbox("cmw", database.jdbc(), json, clock, new OutboxSignal());
        CloudCredentialStore credentials = new CloudCredentialStore(
                tables,
                json,
                new SecretCipher(secrets.get("encryption-key")),
                new CloudAccounts(database.jdbc(), json, outbox));
        PeopleStores stores = PeopleStores.of(tables, outbox, tokens, credentials, clock);
        return new DemoPeople(tables, stores.companies(), stores.users());
    }

    private DemoCatalogue catalogue(Secrets secrets) {
        Outbox outbox = new Outbox("cmw", database.jdbc(), json, Clock.systemUTC(), new OutboxSignal());
        CloudAccounts accounts = new CloudAccounts(database.jdbc(), json, outbox);
        SecretCipher cipher = new SecretCipher(secrets.get("encryption-key"));
        DemoCloud cloud = new DemoCloud(
                new CloudProviderStore(tables, accounts),
                new CloudCredentialStore(tables, json, cipher, accounts),
                new InstanceTypeStore(tables),
                new DemoCloudProperties("http://cloud.example/identity/v3"),
                secrets);
        return new DemoCatalogue(
                cloud,
                new CategoryStore(tables),
                new VirtualMachineConfigurationStore(tables),
                new ProductStore(tables, products),
                new ProductVersionStore(tables, products, new PlanMachine(tables)));
    }

    private int count(String from) {
        return database.jdbc()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }
}
