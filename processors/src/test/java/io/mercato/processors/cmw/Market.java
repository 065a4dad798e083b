package io.mercato.processors.cmw;

import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small marketplace in a database: people, two vendors, a cloud, and plans of every kind. */
public final class Market {
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final JdbcClient jdbc;

    public final int owner;
    public final int customerCompany;
    public final int vendorCompany;
    public final int rivalCompany;
    public final int provider;
    public final int credential;
    public final int vmProduct;
    public final int syndicatedProduct;
    public final int approvedProduct;
    public final int vm;
    public final int managed;
    public final int free;
    public final int syndicated;
    public final int approved;
    /** Plans of the syndicated product besides the one at 20. */
    public final int larger;

    public final int smaller;
    public final int limited;
    public final Principal customer;
    public final Principal colleague;
    public final Principal stranger;
    public final Principal vendor;
    public final Principal rival;
    public final Principal supervisor;
    public final Principal admin;
    public final int resellerCompany;
    public final int distributorCompany;
    public final Principal reseller;
    public final Principal distributor;
    /** The reseller's customer. */
    public final Principal resold;

    /** Empties the schema first. */
    public Market(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        "truncate cmw.company, cmw.category, cmw.cloud_provider, cmw.outbox, cmw.inbox, cmw.changelog,"
                                + " cmw.invoice_number, cmw.idempotency_key, cmw.vendor_event, cmw.billing_item, cmw.coupon restart identity cascade")
                .update();
        owner = company("PLATFORM");
        customerCompany = company("CUSTOMER");
        vendorCompany = company("VENDOR");
        rivalCompany = company("VENDOR");
        jdbc.sql("insert into cmw.marketplace (slug, name, company_id) values ('main', 'Mercato', ?)")
                .param(owner)
                .update();
        customer = user(Role.USER, customerCompany);
        colleague = user(Role.USER, customerCompany);
        stranger = user(Role.USER, null);
        vendor = user(Role.VENDOR, vendorCompany);
        rival = user(Role.VENDOR, rivalCompany);
        supervisor = user(Role.SUPERVISOR, null);
        admin = user(Role.ADMIN, null);
        provider = insert(
                "insert into cmw.cloud_provider (name, connector, endpoint, user_names)"
                        + " values (?, 'openstack', 'http://127.0.0.1:1', '{\"LINUX\": \"debian\"}')",
                name("cloud"));
        insert(
                "insert into cmw.instance_type (cloud_provider_id, name, cpu, ram, root_disk_space)"
                        + " values (?, 'm1.small', 2, 2048, 20)",
                provider);
        credential = insert(
                "insert into cmw.cloud_credential (name, cloud_provider_id, secret, is_default)"
                        + " values ('standard', ?, 'v1:x', true)",
                provider);
        vmProduct = product("VM", vendorCompany, false, "UNLIMITED");
        int application = product("MANAGED", vendorCompany, false, "UNLIMITED");
        syndicatedProduct = product("SYNDICATED", vendorCompany, false, "UNLIMITED");
        approvedProduct = product("VM", vendorCompany, true, "UNLIMITED");
        vm = plan(vmProduct, "10", "5");
        managed = plan(application, "100", "0");
        free = plan(vmProduct, "0", "0");
        syndicated = plan(syndicatedProduct, "20", "0");
        larger = plan(syndicatedProduct, "40", "0");
        smaller = plan(syndicatedProduct, "5", "0");
        approved = plan(approvedProduct, "30", "0");
        distributorCompany = company("DISTRIBUTOR");
        resellerCompany = company("RESELLER");
        below(distributorCompany, resellerCompany);
        distributor = user(Role.DISTRIBUTOR, distributorCompany);
        reseller = user(Role.RESELLER, resellerCompany);
        int resoldCompany = company("CUSTOMER");
        below(resellerCompany, resoldCompany);
        resold = user(Role.USER, resoldCompany);
        limited = plan(product("VM", vendorCompany, false, "ONE_PER_COMPANY"), "10", "0");
    }

    private void below(int parent, int company) {
        jdbc.sql("update cmw.company set parent_id = ? where id = ?")
                .params(parent, company)
                .update();
    }

    public static OrderRequest request(int plan, OrderType type) {
        return request(plan, type, null);
    }

    public static OrderRequest request(int plan, OrderType type, String reference) {
        return new OrderRequest(plan, type, null, null, null, reference, null, Map.of(), null);
    }

    public Principal user(Role role, Integer company) {
        String name = name("user");
        int id = insert(
                "insert into cmw.\"user\" (user_name, email, name, surname, role, company_id, public_key)"
                        + " values (?, ?, 'Ada', 'Byron', ?, ?, 'ssh-ed25519 AAAA')",
                name,
                name + "@people.example",
                role.name(),
                company);
        return new Principal(id, name, name + "@people.example", "Ada Byron", "en", role, company, null);
    }

    private int company(String kind) {
        String name = name("company");
        return insert(
                "insert into cmw.company (kind, name, email_address) values (?, ?, ?)",
                kind,
                name,
                name + "@b.example");
    }

    private int product(String type, int company, boolean approval, String limit) {
        int category = insert("insert into cmw.category (name, slug) values (?, ?)", name("c"), name("c"));
        return insert(
                "insert into cmw.product (type, company_id, category_id, name, subscription_approval,"
                        + " subscriptions_per_product, syndication_endpoints)"
                        + " values (?, ?, ?, 'Wiki', ?, ?, '[\"https://vendor.example/events\"]')",
                type,
                company,
                category,
                approval,
                limit);
    }

    /** A monthly plan that can be tried for 14 days. */
    public int plan(int product, String price, String setupFee) {
        int configuration = insert(
                "insert into cmw.virtual_machine_configuration (name, image, disk_space,"
                        + " application_port, application_login) values (?, 'debian-12', 20, 8443, 'boss')",
                name("v"));
        return insert(
                "insert into cmw.product_version (product_id, name, price, setup_fee, billing_period, trial,"
                        + " trial_length, published, virtual_machine_configuration_id, instance_type_id)"
                        + " values (?, 'Small', cast(? as numeric), cast(? as numeric), 1, 'ALLOWED', 14, true, ?,"
                        + " (select id from cmw.instance_type where cloud_provider_id = ?))",
                product,
                price,
                setupFee,
                configuration,
                provider);
    }

    /** A monthly plan of a new bundle of the vendor's, which holds these plans, each with its discount in percent. */
    public int bundle(Map<Integer, Integer> discounts) {
        int plan = insert(
                "insert into cmw.product_version (product_id, name, price, setup_fee, billing_period, published)"
                        + " select ?, 'All', sum(price), sum(setup_fee), 1, true from cmw.product_version"
                        + " where id = any(?)",
                product("BUNDLE", vendorCompany, false, "UNLIMITED"),
                discounts.keySet().toArray(Integer[]::new));
        jdbc.sql("update cmw.product set name = 'Office' where type = 'BUNDLE'").update();
        discounts.forEach((held, discount) -> jdbc.sql(
                        "insert into cmw.bundled_plan (bundle_plan_id, plan_id, discount) values (?, ?, ?)")
                .params(plan, held, discount)
                .update());
        return plan;
    }

    /** What stands in one column. */
    public <T> java.util.List<T> column(Class<T> type, String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(type).list();
    }

    /** Types of the messages that wait in the outbox, with the template of an e-mail, in the order of their writing. */
    public java.util.List<String> outbox() {
        return column(
                String.class,
                "select case when type = 'EmailRequested' then payload::jsonb ->> 'template' else type end"
                        + " from cmw.outbox order by id");
    }

    public String status(int subscription) {
        return column(String.class, "select status from cmw.subscription where id = ?", subscription)
                .get(0);
    }

    private int insert(String sql, Object... parameters) {
        return jdbc.sql(sql + " returning id")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static String name(String word) {
        return word + NAMES.incrementAndGet();
    }
}
