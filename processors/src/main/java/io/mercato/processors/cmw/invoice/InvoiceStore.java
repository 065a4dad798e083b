package io.mercato.processors.cmw.invoice;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.InvoiceRules;
import io.mercato.domain.cmw.invoice.InvoiceStatus;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invoices and their lines. */
@Component
public class InvoiceStore {
    private static final TypeReference<Map<String, BigDecimal>> RATES = new TypeReference<>() {};

    /** Invoices {@code i} of a subscription: its own, and the first one of the bundle that it was ordered in. */
    private static final String OF_SUBSCRIPTION = "(i.subscription_id = :subscription or i.order_id ="
            + " (select b.bundle_order_id from cmw.subscription b where b.id = :subscription))";

    /** Whether invoice {@code i} is to be paid: not while its order needs approval or waits for its date. */
    private static final String IS_ISSUED = "not exists (select from cmw.\"order\" w where w.id = i.order_id"
            + " and w.status in ('REQUIRES_APPROVAL', 'POSTPONED'))";

    private static final String WHAT = "i.*, " + IS_ISSUED + " as issued";

    /** Invoices {@code i} that somebody is shown who is no staff: he wrote them, or pays them. */
    private static final String PAYS_OR_WROTE = "i.vendor_id = :writer or i.nominee_id = :me and " + IS_ISSUED;

    private final JdbcClient jdbc;
    private final Json json;

    public InvoiceStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose invoice for what. */
    public record Header(
            int issuerId,
            int orderId,
            int subscriptionId,
            int nomineeId,
            OrderType type,
            String product,
            String plan,
            Instant date,
            Instant due) {}

    /** Returns its id; its number comes a moment later, so that nobody waits for another's. */
    public int insert(Header header, InvoiceDraft draft) {
        int id = jdbc.sql("""
                        insert into cmw.invoice (issuer_id, order_id, subscription_id, nominee_id, type, status,
                            product, product_version, currency, net, vat, total, vat_rate, date, due)
                        values (:issuer, :order, :subscription, :nominee, :type, 'UNPAID', :product, :plan,
                            :currency, :net, :vat, :total, :rate, :date, :due)
                        returning id
                        """)
                .param("issuer", header.issuerId())
                .param("order", header.orderId())
                .param("subscription", header.subscriptionId())
                .param("nominee", header.nomineeId())
                .param("type", header.type().name())
                .param("product", header.product())
                .param("plan", header.plan())
                .param("currency", draft.currency())
                .param("net", draft.net().amount())
                .param("vat", draft.vat().amount())
                .param("total", draft.total().amount())
                .param("rate", draft.lines().get(0).vatRate())
                .param("date", Rows.at(header.date()))
                .param("due", Rows.at(header.due()))
                .query(Integer.class)
                .single();
        draft.lines().forEach(line -> insertLine(id, line));
        return id;
    }

    private void insertLine(int invoice, InvoiceLine line) {
        InvoiceLine.Resource resource = line.resource() == null ? InvoiceLine.Resource.NONE : line.resource();
        jdbc.sql("insert into cmw.invoice_line (invoice_id, type, description, unit_price, quantity, vat_rate, net,"
                        + " billing_item_id, unit, tag, identifier) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (select identifier from cmw.billing_item where id = ?))")
                .params(
                        invoice,
                        line.type().name(),
                        line.description(),
                        line.unitPrice().amount(),
                        line.quantity(),
                        line.vatRate(),
                        line.net().amount(),
                        resource.billingItemId(),
                        resource.unit(),
                        resource.tag(),
                        resource.billingItemId())
                .update();
    }

    /** Nobody but the platform issues invoices here: self-billed are none. */
    public Page<Invoice> list(Principal principal, Filter filter, PageRequest page) {
        Boolean paid = filter.flag("paid");
        Page<Invoice> invoices = visible(principal)
                .where(OF_SUBSCRIPTION, "subscription", filter.integer("subscriptionId"))
                .where("i.issuer_id = :company", "company", filter.integer("company"))
                .where("(i.status = 'EXPIRED') = :expired", "expired", filter.flag("expired"))
                .where("i.status = :status", "status", name(filter.oneOf("status", InvoiceStatus.class)))
                .where("i.type = :type", "type", name(filter.oneOf("type", OrderType.class)))
                .where("i.nominee_id = :nominee", "nominee", filter.integer("nominee"))
                .where("(i.status in ('PAID', 'DELAYED')) = :paid", "paid", paid)
                .where("not cast(:self_billed as boolean)", "self_billed", filter.flag("selfBilled"))
                .where("i.date >= :from", "from", Rows.at(filter.instant("from")))
                .where("i.date < :to", "to", Rows.at(filter.instant("to")))
                .page(page, "i.id desc");
        return new Page<>(withLines(invoices.items()), page, invoices.totalItems());
    }

    /** NOT_FOUND when there is none, or none that this caller may see. */
    public Invoice get(Principal principal, int id) {
        return first(visible(principal).where("i.id = :id", "id", id))
                .orElseThrow(() -> Errors.notFound("invoice", id));
    }

    /** NOT_FOUND when none has this number, or none that this caller may see. */
    public Invoice getByNumber(Principal principal, String number) {
        return first(visible(principal).where("i.number = :number", "number", number))
                .orElseThrow(() -> Errors.notFound("invoice with number", number));
    }

    private Optional<Invoice> first(Selection<Invoice> where) {
        return where.first().map(invoice -> withLines(List.of(invoice)).get(0));
    }

    /** Locks it until the end of the transaction. */
    public Invoice lock(int id) {
        return jdbc.sql("select " + WHAT + " from cmw.invoice i where i.id = ? for update")
                .param(id)
                .query(this::invoice)
                .optional()
                .orElseThrow(() -> Errors.notFound("invoice", id));
    }

    /** Gives each invoice the number that stands at its place; returns them, by their ids, without their lines. */
    public List<Invoice> number(List<Integer> ids, List<String> numbers) {
        return jdbc
                .sql(
                        "update cmw.invoice i set number = given.number, revision = i.revision + 1 from unnest(?, ?) as given(id, number)"
                                + " where i.id = given.id returning " + WHAT)
                .params(ids.toArray(Integer[]::new), numbers.toArray(String[]::new))
                .query(this::invoice)
                .list()
                .stream()
                .sorted(Comparator.comparing(Invoice::id))
                .toList();
    }

    /** It was only prepared until now: from now on it is to be paid. */
    public void issue(int order, Instant date, Instant due) {
        jdbc.sql(
                        "update cmw.invoice set date = ?, due = ?, revision = revision + 1 where order_id = ? and number is null")
                .params(Rows.at(date), Rows.at(due), order)
                .update();
    }

    public void pay(int id, String reference, Instant at) {
        jdbc.sql(
                        "update cmw.invoice set revision = revision + 1, status = 'PAID', payment_reference = ?, payment_received = ? where id = ?")
                .params(reference, Rows.at(at), id)
                .update();
    }

    /** The open invoices of a subscription are no longer to be paid. */
    public void expireOpen(int subscription) {
        jdbc.sql(
                        "update cmw.invoice set status = 'EXPIRED', revision = revision + 1 where subscription_id = ? and status = 'UNPAID'")
                .param(subscription)
                .update();
    }

    /** The open invoice of an order is no longer to be paid. */
    public void expireOf(int order) {
        jdbc.sql(
                        "update cmw.invoice set status = 'EXPIRED', revision = revision + 1 where order_id = ? and status = 'UNPAID'")
                .param(order)
                .update();
    }

    /** What is owed for a subscription; a change that waits for its payment is simply not done. */
    public List<Invoice> debtsOf(int subscription) {
        return jdbc.sql("select " + WHAT + " from cmw.invoice i where " + OF_SUBSCRIPTION
                        + " and i.status not in ('PAID', 'DELAYED', 'EXPIRED')"
                        + " and not exists (select from cmw.subscription_change c where c.order_id = i.order_id)"
                        + " order by i.id")
                .param("subscription", subscription)
                .query(this::invoice)
                .list();
    }

    /** At which rates foreign money was converted. */
    public void conversion(int id, Map<String, BigDecimal> rates) {
        if (!rates.isEmpty()) {
            jdbc.sql("update cmw.invoice set currency_conversion = cast(? as jsonb) where id = ?")
                    .params(json.write(rates), id)
                    .update();
        }
    }

    /** A vendor wrote it, who reads it from now on. */
    public void writtenBy(int id, int vendor) {
        jdbc.sql("update cmw.invoice set vendor_id = ? where id = ?")
                .params(vendor, id)
                .update();
    }

    /** There is nothing to pay: it comes to nothing, or to less. */
    public void settle(int id) {
        jdbc.sql("update cmw.invoice set status = 'PAID', revision = revision + 1 where id = ?")
                .param(id)
                .update();
    }

    /** The vendor has been paid already; the platform is only told, and issues nothing. */
    public void declare(int id) {
        jdbc.sql("update cmw.invoice set status = 'PAID', cashed = true where id = ?")
                .param(id)
                .update();
    }

    /** With its lines, whoever asks. */
    public Invoice read(int id) {
        Invoice invoice = jdbc.sql("select " + WHAT + " from cmw.invoice i where i.id = ?")
                .param(id)
                .query(this::invoice)
                .single();
        return withLines(List.of(invoice)).get(0);
    }

    public List<Invoice> openOf(int subscription) {
        return jdbc.sql("select " + WHAT + " from cmw.invoice i where " + OF_SUBSCRIPTION
                        + " and i.status not in ('PAID', 'DELAYED', 'EXPIRED') order by i.id")
                .param("subscription", subscription)
                .query(this::invoice)
                .list();
    }

    /** Ids of those that this caller may see, by subscription. */
    public Map<Integer, List<Integer>> idsOf(Principal principal, List<Integer> subscriptions) {
        record Pair(int subscription, int id) {}
        Integer writer = InvoiceRules.writer(principal);
        return jdbc
                .sql("select s.id as subscription, i.id from cmw.subscription s join cmw.invoice i"
                        + " on i.subscription_id = s.id or i.order_id = s.bundle_order_id"
                        + " where s.id = any(:ids) and (:staff or " + PAYS_OR_WROTE + ") order by i.id")
                .param("ids", subscriptions.toArray(Integer[]::new))
                .param("staff", principal.role().isStaff())
                .param("me", principal.userId())
                .param("writer", writer == null ? 0 : writer)
                .query((row, index) -> new Pair(row.getInt(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pair::subscription, Collectors.mapping(Pair::id, Collectors.toList())));
    }

    private Selection<Invoice> visible(Principal principal) {
        Selection<Invoice> where = new Selection<>(jdbc, this::invoice, WHAT, "cmw.invoice i");
        Integer writer = InvoiceRules.writer(principal);
        return principal.role().isStaff()
                ? where
                : where.where(PAYS_OR_WROTE).with("me", principal.userId()).with("writer", writer == null ? 0 : writer);
    }

    private List<Invoice> withLines(List<Invoice> invoices) {
        record Row(int invoice, Invoice.Line line) {}
        Map<Integer, List<Invoice.Line>> lines = jdbc
                .sql("select * from cmw.invoice_line where invoice_id = any(?) order by id")
                .param(invoices.stream().map(Invoice::id).toArray(Integer[]::new))
                .query((row, index) -> new Row(row.getInt("invoice_id"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::invoice, Collectors.mapping(Row::line, Collectors.toList())));
        return invoices.stream()
                .map(invoice -> invoice.with(lines.getOrDefault(invoice.id(), List.of())))
                .toList();
    }

    private static Invoice.Line line(ResultSet row) throws SQLException {
        return new Invoice.Line(
                LineType.valueOf(row.getString("type")),
                row.getString("description"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("vat_rate"),
                row.getBigDecimal("net"),
                new InvoiceLine.Resource(
                        Rows.integer(row, "billing_item_id"), row.getString("unit"), row.getString("tag")),
                row.getString("identifier"));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Invoice invoice(ResultSet row, int index) throws SQLException {
        String conversion = row.getString("currency_conversion");
        return new Invoice(
                row.getInt("id"),
                row.getString("number"),
                row.getInt("issuer_id"),
                row.getInt("order_id"),
                row.getInt("subscription_id"),
                row.getInt("nominee_id"),
                Rows.integer(row, "vendor_id"),
                OrderType.valueOf(row.getString("type")),
                InvoiceStatus.valueOf(row.getString("status")),
                row.getString("product"),
                row.getString("product_version"),
                row.getString("currency"),
                row.getBigDecimal("net"),
                row.getBigDecimal("vat"),
                row.getBigDecimal("total"),
                row.getBigDecimal("vat_rate"),
                Rows.instant(row, "date"),
                Rows.instant(row, "due"),
                row.getString("payment_reference"),
                Rows.instant(row, "payment_received"),
                List.of(),
                row.getBoolean("cashed"),
                conversion == null ? Map.of() : json.read(conversion, RATES),
                row.getBoolean("issued"));
    }
}
