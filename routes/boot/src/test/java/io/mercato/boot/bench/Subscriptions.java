package io.mercato.boot.bench;

import io.mercato.boot.harness.PlatformProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Subscriptions by the hundred thousand, each with its order, invoice and a line of the log, straight into the tables. */
final class Subscriptions {
    private static final int BUYERS = 10_000;
    private static final int FIRST_BUYER = 1_000_000;

    // spotless:off
    private static final String FILL = """
            with plan as (
                select v.id as plan_id, v.name as plan, p.id as product_id, p.name as product, p.type, p.company_id
                  from cmw.product_version v join cmw.product p on p.id = v.product_id
                 where v.published order by v.id limit 1),
            placed as (
                insert into cmw.subscription (name, type, status, product_id, product_name, product_type,
                    product_version_id, product_version_name, vendor_id, buyer_id, price, currency, vat_rate,
                    billing_period, unkillable, renewable, auto_renew, paid, start_date, period_start, end_date,
                    created_at, updated_at)
                select plan.product || ' ' || i, 'NORMAL', 'DEPLOYED', product_id, product, plan.type, plan_id, plan,
                       coalesce(%3$s, company_id), %1$d + i %% %2$d, 6, 'EUR', 22, 1, false, true, true, true, now(),
                       now(), now() + interval '1 month', now(), now()
                  from plan, generate_series(1, %4$d) i
                returning id, buyer_id, product_version_id, product_name, vendor_id),
            ordered as (
                insert into cmw."order" (type, status, buyer_id, creator_id, product_version_id, subscription_id, currency,
                    net, vat, total, created_at)
                select 'NORMAL', 'PAID', buyer_id, buyer_id, product_version_id, id, 'EUR', 6, 1.32, 7.32, now()
                  from placed
                returning id, subscription_id, buyer_id)
            insert into cmw.invoice (number, issuer_id, order_id, subscription_id, nominee_id, type, status, product,
                product_version, currency, net, vat, total, vat_rate, date, due)
            select 'BENCH-' || o.id, p.vendor_id, o.id, o.subscription_id, o.buyer_id, 'INVOICE', 'PAID', p.product_name,
                   'Basic', 'EUR', 6, 1.32, 7.32, 22, now(), now()
              from ordered o join placed p on p.id = o.subscription_id
            """;
    // spotless:on

    private final String databaseUrl;

    Subscriptions(PlatformProcess platform) {
        databaseUrl = Meter.databaseUrl(platform);
    }

    /** Of the vendor whose plan is ordered. */
    void fill(int number) throws SQLException {
        fill(number, "null::int");
    }

    /** Of this vendor. */
    void fill(int number, int vendor) throws SQLException {
        fill(number, String.valueOf(vendor));
    }

    private void fill(int number, String vendor) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into cmw.\"user\" (id, user_name, email, name, surname, role) select "
                    + FIRST_BUYER + " + i, 'buyer-' || i, 'buyer-' || i || '@bench.example', 'Bench', 'Buyer', 'USER'"
                    + " from generate_series(0, " + (BUYERS - 1) + ") i on conflict do nothing");
            statement.execute(FILL.formatted(FIRST_BUYER, BUYERS, vendor, number));
            statement.execute("vacuum (analyze)");
        }
    }
}
