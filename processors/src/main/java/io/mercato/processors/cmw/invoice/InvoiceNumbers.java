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
        List<Integer> waiting = jdbc.sql("select id from cmw.invoice where number is null order by id limit " + BATCH)
                .query(Integer.class)
                .list();
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
