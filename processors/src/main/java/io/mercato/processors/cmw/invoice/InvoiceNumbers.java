package io.mercato.processors.cmw.invoice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mercato.domain.cmw.invoice.Invoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** Not those of orders that still need approval or wait for their date, nor those that ended before they were issued. */
    private static final String WAITING = "select i.id, i.issuer_id,"
            + " extract(year from i.date at time zone 'UTC') as year from cmw.invoice i join cmw.subscription s"
            + " on s.id = i.subscription_id where i.number is null and i.status <> 'EXPIRED' and not i.cashed"
            + " and (s.status not in ('REQUIRES_APPROVAL', 'POSTPONED') or i.status in ('PAID', 'DELAYED')) order by i.id limit "
            + BATCH
            + " for update of i";

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
        Map<Series, List<Integer>> waiting = waiting();
        List<Integer> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        waiting.forEach((series, invoicesOfSeries) -> {
            int next = advance(series, invoicesOfSeries.size()) - invoicesOfSeries.size();
            for (int id : invoicesOfSeries) {
                ids.add(id);
                numbers.add(String.format("%d-%06d", series.year(), ++next));
            }
        });
        return ids.isEmpty() ? List.of() : invoices.number(ids, numbers);
    }

    private Map<Series, List<Integer>> waiting() {
        record Waiting(int id, Series series) {}
        return jdbc
                .sql(WAITING)
                .query((row, index) ->
                        new Waiting(row.getInt("id"), new Series(row.getInt("issuer_id"), row.getInt("year"))))
                .list()
                .stream()
                .collect(groupingBy(Waiting::series, LinkedHashMap::new, mapping(Waiting::id, toList())));
    }

    /** Takes as many numbers as there are; returns the last one of them. */
    private int advance(Series series, int many) {
        return jdbc.sql("""
                        insert into cmw.invoice_number (issuer_id, year, last) values (:issuer, :year, :many)
                        on conflict (issuer_id, year) do update set last = cmw.invoice_number.last + :many
                        returning last
                        """)
                .param("issuer", series.issuerId())
                .param("year", series.year())
                .param("many", many)
                .query(Integer.class)
                .single();
    }

    /** Numbers are consecutive within one. */
    private record Series(int issuerId, int year) {}
}
