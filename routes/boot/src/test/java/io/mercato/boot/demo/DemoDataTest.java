package io.mercato.boot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.boot.PlatformProperties;
import io.mercato.boot.secrets.Secrets;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Core;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.catalogue.BundleStore;
import io.mercato.processors.cmw.catalogue.CatalogueLog;
import io.mercato.processors.cmw.catalogue.CatalogueProperties;
import io.mercato.processors.cmw.catalogue.CatalogueTexts;
import io.mercato.processors.cmw.catalogue.CategoryStore;
import io.mercato.processors.cmw.catalogue.CloudAccounts;
import io.mercato.processors.cmw.catalogue.CloudCredentialStore;
import io.mercato.processors.cmw.catalogue.CloudProviderStore;
import io.mercato.processors.cmw.catalogue.DraftDesk;
import io.mercato.processors.cmw.catalogue.DraftMails;
import io.mercato.processors.cmw.catalogue.DraftStore;
import io.mercato.processors.cmw.catalogue.InstanceTypeStore;
import io.mercato.processors.cmw.catalogue.PlanMachine;
import io.mercato.processors.cmw.catalogue.PlanReader;
import io.mercato.processors.cmw.catalogue.ProductReader;
import io.mercato.processors.cmw.catalogue.ProductStore;
import io.mercato.processors.cmw.catalogue.ProductVersionStore;
import io.mercato.processors.cmw.catalogue.VirtualMachineConfigurationStore;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.EventEndpoints;
import io.mercato.processors.cmw.event.EventProperties;
import io.mercato.processors.cmw.event.EventSignal;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.file.FileStore;
import io.mercato.processors.cmw.file.Logos;
import io.mercato.processors.cmw.file.ProductFiles;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Mailbox;
import io.mercato.processors.cmw.people.PeopleStores;
import io.mercato.processors.cmw.people.TokenProperties;
import io.mercato.processors.cmw.people.TokenStore;
import io.mercato.processors.cmw.pricing.PlanItems;
import io.mercato.processors.cmw.search.ProductSearch;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import io.mercato.processors.sql.FreshPlans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;

class DemoDataTest {
    private final TestDatabase database = TestDatabase.with("cmw");
    private final Json json = new Json(JsonConfiguration.newMapper());
    private final Tables tables = new Tables(database.jdbc(), json);
    private final ProductReader products = new ProductReader(
            tables, new ProductSearch(new FreshPlans(new NamedParameterJdbcTemplate(database.dataSource()))));
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
    void three_products_and_all_categories_are_told_in_italian() {
        var italian = products.list(Principal.ANONYMOUS.inLanguage("it"), Filter.NONE, new PageRequest(1, 50));

        assertThat(italian.items())
                .extracting(Product::shortDescription)
                .contains(
                        "Una macchina Debian 12 nuda, tua in pochi secondi.",
                        "Scrivilo una volta, ritrovalo per sempre.");
        assertThat(count("cmw.product where jsonb_exists(translations, 'it')")).isEqualTo(3);
        assertThat(count("cmw.category where jsonb_exists(translations, 'it')")).isEqualTo(5);
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
        CatalogueTexts texts = new CatalogueTexts(tables);
        CatalogueLog log = new CatalogueLog(
                new ChangelogStore(database.jdbc(), json, Clock.systemUTC()), events(), products, tables);
        ParameterStore parameters = new ParameterStore(database.jdbc(), json);
        BundleStore bundles = new BundleStore(tables, products);
        return new DemoCatalogue(
                cloud,
                new CategoryStore(tables),
                new VirtualMachineConfigurationStore(tables),
                new ProductStore(
                        tables,
                        products,
                        texts,
                        drafts(outbox),
                        log,
                        parameters,
                        bundles,
                        files(outbox),
                        Clock.systemUTC()),
                new ProductVersionStore(
                        tables,
                        products,
                        new PlanReader(tables),
                        new PlanMachine(tables),
                        texts,
                        drafts(outbox),
                        log,
                        parameters,
                        bundles,
                        new PlanItems(database.jdbc()),
                        Clock.systemUTC()));
    }

    private ProductFiles files(Outbox outbox) {
        Logos logos = new Logos(tables);
        return new ProductFiles(
                tables,
                new FileStore(FileKind.PRODUCT_IMAGE, tables, outbox, logos),
                new FileStore(FileKind.PRODUCT_FILE, tables, outbox, logos),
                logos);
    }

    private VendorEvents events() {
        EventProperties nobody = new EventProperties(
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                1,
                Duration.ZERO,
                1,
                1,
                Duration.ZERO,
                true,
                Duration.ZERO);
        return new VendorEvents(
                database.jdbc(),
                json,
                Clock.systemUTC(),
                new EventEndpoints(database.jdbc(), json, nobody),
                new EventSignal());
    }

    private DraftDesk drafts(Outbox outbox) {
        Correspondents correspondents = new Correspondents(database.jdbc(), Core.properties());
        return new DraftDesk(
                new CatalogueProperties(false),
                new DraftStore(tables, Clock.systemUTC()),
                new DraftMails(new Mailbox(outbox, correspondents), correspondents),
                json);
    }

    private int count(String from) {
        return database.jdbc()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }
}
