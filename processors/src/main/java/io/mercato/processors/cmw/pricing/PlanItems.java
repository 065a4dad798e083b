package io.mercato.processors.cmw.pricing;

import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValue;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.error.Errors;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The extra resources of plans, with their ranges. */
@Component
public class PlanItems {
    /** The ranges of plan {@code v} as a JSON array of {@link BillingItemValue}. */
    public static final String VALUES = """
            coalesce((select jsonb_agg(jsonb_build_object(
                        'id', x.id, 'billingItemId', x.billing_item_id, 'description', x.description,
                        'range', jsonb_build_object('start', x.range_start, 'end', x.range_end, 'step', x.step,
                            'price', x.price, 'setup', x.setup, 'proportionalSetup', x.proportional_setup,
                            'tag', x.tag))
                    order by b.weight desc, b.id, x.range_start)
                from cmw.billing_item_value x join cmw.billing_item b on b.id = x.billing_item_id
                where x.product_version_id = v.id), '[]') as billing_item_values""";

    private final JdbcClient jdbc;

    public PlanItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a plan offers. */
    public List<PlanItem> of(int plan) {
        record Row(PlanItem item, PriceRange range) {}
        List<Row> rows = jdbc.sql("""
                        select x.*, b.name, b.identifier, b.unit, b.type, b.value_type, b.presence, b.downgradable
                        from cmw.billing_item_value x join cmw.billing_item b on b.id = x.billing_item_id
                        where x.product_version_id = ?
                        order by b.weight desc, b.id, x.range_start
                        """)
                .param(plan)
                .query((row, index) -> new Row(item(row), range(row)))
                .list();
        Map<PlanItem, List<PriceRange>> ranges = new LinkedHashMap<>();
        rows.forEach(row ->
                ranges.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(row.range()));
        return ranges.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .toList();
    }

    /**
     * A plan offers these from now on, and no others. Throws REJECTED unless each is the platform's or the vendor's own,
     * and its ranges make a whole.
     *
     * @param vendor whose plan it is
     */
    public void replace(int plan, int vendor, List<BillingItemValue> values) {
        BillingItemValue.requireWholes(values);
        BillingItemValue.byItem(values).keySet().forEach(item -> requireUsable(item, vendor));
        jdbc.sql("""
                        delete from cmw.billing_item_value where product_version_id = ?
                            and (billing_item_id, range_start) not in (select * from unnest(?, ?))
                        """)
                .params(
                        plan,
                        values.stream().map(BillingItemValue::billingItemId).toArray(Integer[]::new),
                        values.stream().map(value -> value.range().start()).toArray(Integer[]::new))
                .update();
        values.forEach(value -> put(plan, value));
    }

    private void requireUsable(int item, int vendor) {
        boolean usable = jdbc.sql("select exists (select from cmw.billing_item where id = ?"
                        + " and (owner_id is null or owner_id = ?))")
                .params(item, vendor)
                .query(Boolean.class)
                .single();
        if (!usable) {
            throw Errors.unknownReference("billingItemValues", "billingItem/" + item);
        }
    }

    private void put(int plan, BillingItemValue value) {
        PriceRange range = value.range();
        jdbc.sql("""
                        insert into cmw.billing_item_value (product_version_id, billing_item_id, range_start, range_end,
                            step, price, setup, proportional_setup, tag, description)
                        values (:plan, :item, :start, :end, :step, :price, :setup, :each, :tag, :description)
                        on conflict (product_version_id, billing_item_id, range_start) do update set
                            range_end = excluded.range_end, step = excluded.step, price = excluded.price,
                            setup = excluded.setup, proportional_setup = excluded.proportional_setup,
                            tag = excluded.tag, description = excluded.description
                        """)
                .param("plan", plan)
                .param("item", value.billingItemId())
                .param("start", range.start())
                .param("end", range.end())
                .param("step", range.step())
                .param("price", range.price())
                .param("setup", range.setup())
                .param("each", range.proportionalSetup())
                .param("tag", range.tag())
                .param("description", value.description())
                .update();
    }

    private static PlanItem item(ResultSet row) throws SQLException {
        return new PlanItem(
                row.getInt("billing_item_id"),
                row.getString("name"),
                row.getString("identifier"),
                row.getString("unit"),
                BillingItemType.valueOf(row.getString("type")),
                BillingItemValueType.valueOf(row.getString("value_type")),
                BillingItemPresence.valueOf(row.getString("presence")),
                row.getBoolean("downgradable"),
                List.of());
    }

    private static PriceRange range(ResultSet row) throws SQLException {
        return new PriceRange(
                row.getInt("range_start"),
                Rows.integer(row, "range_end"),
                row.getInt("step"),
                row.getBigDecimal("price"),
                row.getBigDecimal("setup"),
                row.getBigDecimal("proportional_setup"),
                row.getString("tag"));
    }
}
