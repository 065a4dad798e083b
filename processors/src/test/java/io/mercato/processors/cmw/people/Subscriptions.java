package io.mercato.processors.cmw.people;

import io.mercato.processors.cmw.Market;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscriptions of the market's vendor, as rows alone. */
final class Subscriptions {

    private Subscriptions() {}

    static int insert(JdbcClient jdbc, Market market, int buyer, Integer company, String status) {
        return jdbc.sql("""
                        insert into cmw.subscription (name, type, status, product_id, product_name, product_type,
                            product_version_id, product_version_name, vendor_id, buyer_id, buyer_company_id, machine,
                            price, currency, vat_rate, unkillable, renewable, auto_renew, paid, created_at, updated_at)
                        values ('Wiki', 'NORMAL', ?, ?, 'Wiki', 'VM', ?, 'Small', ?, ?, ?,
                            '{"publicKey": "ssh-ed25519 AAAA", "flavor": "m1"}', 10, 'EUR', 22, false, true, true, true,
                            now(), now())
                        returning id
                        """)
                .params(status, market.vmProduct, market.vm, market.vendorCompany, buyer, company)
                .query(Integer.class)
                .single();
    }
}
