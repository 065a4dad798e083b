package io.mercato.processors.cmw.invoice;

import io.mercato.domain.cmw.invoice.Invoice;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives invoices their numbers: consecutive for each issuer and year, without a gap (behaviour §6). A number is given in
 * the order of the invoices' ids, for many at once and apart from the order that made them, so that orders do not wait
 * for one another; the counter and the invoices change in one transaction, so none is lost or given twice.
 */
@Component
public class InvoiceNumbers {
    private static final int BATCH = 500;
    /** Not those of orders that still need approval, nor those that ended before they were issued. */
    private static final String WAITING = "select i.id from cmw.invoice i join cmw.subscription s"
            + " on s.id = i.subscription_id where i.number is null and i.status <> 'EXPIRED'"
            + " and (s.status <> 'REQUIRES_APPROVAL' or i.status in ('PAID', 'DELAYED')) order by i.id limit " + BATCH;

    private final JdbcClient jdbc;
    private final InvoiceStore invoices;

    public InvoiceNumbers(JdbcClient jdbc, InvoiceStore invoices) {
        this.jdbc = jdbc;
        this.invoices = invoices;
    }

    /** Numbers what waits; returns those invoices, with their numbers. Empty while another process is at it. */
    public List<Invoice> give() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('cmw-invoice-numbers'))")
                .query(Boolean.class)
                .single();
        if (!mine) {
            return List.of();
        }
        List<Integer> waiting = jdbc.sql(WAITING).query(Integer.class).list();
        return waiting.stream().map(this::number).toList();
    }

    private Invoice number(int id) {
        Invoice invoice = invoices.lock(id);
        int year = invoice.date().atZone(ZoneOffset.UTC).getYear();
        int next = jdbc.sql("""
                        insert into cmw.invoice_number (issuer_id, year, last) values (?, ?, 1)
                        on conflict (issuer_id, year) do update set last = cmw.invoice_number.last + 1
                        returning last
                        """)
                .params(invoice.issuerId(), year)
                .query(Integer.class)
                .single();
        jdbc.sql("update cmw.invoice set number = ? where id = ?")
                .params(String.format("%d-%06d", year, next), id)
                .update();
        return invoices.lock(id);
    }
}
