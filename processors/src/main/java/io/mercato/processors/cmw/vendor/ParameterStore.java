package io.mercato.processors.cmw.vendor;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.cmw.vendor.ParameterRules;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.RecordMapper;
import io.mercato.processors.cmw.catalogue.ProductSight;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Selection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Configuration parameters: they are written with their product, and each plan names those that it asks for. */
@Component("parameterStore")
public class ParameterStore {
    /** The parameters of product {@code p} as JSON, which keeps the order of the accepted values, as an expression. */
    public static final String OF_PRODUCT = """
            (select coalesce(json_agg(json_build_object(
                        'id', c.id, 'code', c.code, 'name', c.name, 'description', c.description, 'hint', c.hint,
                        'validation', c.validation, 'acceptedValues', c.accepted_values,
                        'externalValuesUrl', c.external_values_url, 'range', c.range, 'required', c.required,
                        'sensitive', c.sensitive, 'weight', c.weight) order by c.weight desc, c.id), '[]')
               from cmw.configuration_parameter c where c.product_id = p.id and not c.removed)
            """;

    /** Ids of the parameters that plan {@code v} asks for, as an expression. */
    public static final String OF_PLAN = """
            (select coalesce(jsonb_agg(c.id order by c.weight desc, c.id), '[]')
               from cmw.product_version_parameter l
               join cmw.configuration_parameter c on c.id = l.configuration_parameter_id and not c.removed
              where l.product_version_id = v.id)
            """;

    private static final String ORDER = "c.weight desc, c.id";

    private final JdbcClient jdbc;
    private final Json json;
    private final RecordMapper<ConfigurationParameter> mapper;

    public ParameterStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
        this.mapper = new RecordMapper<>(ConfigurationParameter.class, json);
    }

    /** Those of the products that somebody sees. */
    public Page<ConfigurationParameter> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("c.product_id = :product", "product", filter.integer("productId"))
                .page(page, "c.product_id, " + ORDER);
    }

    public ConfigurationParameter get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("configurationParameter", id));
    }

    /** As they are stored, whoever asks. */
    public List<ConfigurationParameter> ofProduct(int product) {
        return jdbc.sql("select c.* from cmw.configuration_parameter c where c.product_id = ? and not c.removed"
                        + " order by " + ORDER)
                .param(product)
                .query(mapper)
                .list();
    }

    public List<ConfigurationParameter> ofPlan(int plan) {
        return jdbc.sql("select c.* from cmw.configuration_parameter c"
                        + " join cmw.product_version_parameter l on l.configuration_parameter_id = c.id"
                        + " where l.product_version_id = ? and not c.removed order by " + ORDER)
                .param(plan)
                .query(mapper)
                .list();
    }

    /** Codes by id; what is not there has none. */
    public Map<Integer, String> codes(Collection<Integer> ids) {
        Map<Integer, String> codes = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, code from cmw.configuration_parameter where id = any(?)")
                    .param(ids.toArray(Integer[]::new))
                    .query((row, index) -> codes.put(row.getInt("id"), row.getString("code")))
                    .list();
        }
        return codes;
    }

    /**
     * These are the product's parameters from now on. One that is there already is known by its id or else its code; one that
     * is no longer named asks for nothing any more.
     *
     * @param asked null leaves them as they are
     */
    public void replace(int product, List<ConfigurationParameter> asked) {
        if (asked == null) {
            return;
        }
        List<ConfigurationParameter> wanted = ParameterRules.complete(asked);
        List<ConfigurationParameter> now = ofProduct(product);
        List<Integer> named = wanted.stream()
                .map(ConfigurationParameter::id)
                .filter(Objects::nonNull)
                .toList();
        List<Integer> kept = wanted.stream().map(one -> known(one, now, named)).toList();
        now.stream()
                .map(ConfigurationParameter::id)
                .filter(id -> !kept.contains(id))
                .forEach(this::remove);
        jdbc.sql("update cmw.configuration_parameter set code = code || ' ' || id where id = any(?)")
                .param(kept.stream().filter(Objects::nonNull).toArray(Integer[]::new))
                .update();
        for (int i = 0; i < wanted.size(); i++) {
            write(product, kept.get(i), wanted.get(i));
        }
    }

    /**
     * Id of the one that it takes the place of; null for a new one.
     *
     * @param named ids that the request names: whose code is wanted by another is none of these
     */
    private static Integer known(ConfigurationParameter asked, List<ConfigurationParameter> now, List<Integer> named) {
        if (asked.id() != null) {
            return now.stream()
                    .map(ConfigurationParameter::id)
                    .filter(asked.id()::equals)
                    .findFirst()
                    .orElseThrow(() ->
                            Errors.unknownReference("configurationParameters", "configurationParameter/" + asked.id()));
        }
        return now.stream()
                .filter(one -> Objects.equals(one.code(), asked.code()) && !named.contains(one.id()))
                .map(ConfigurationParameter::id)
                .findFirst()
                .orElse(null);
    }

    private void remove(Integer id) {
        jdbc.sql("delete from cmw.product_version_parameter where configuration_parameter_id = ?")
                .param(id)
                .update();
        jdbc.sql("update cmw.configuration_parameter set removed = true, revision = revision + 1 where id = ?")
                .param(id)
                .update();
    }

    private void write(int product, Integer id, ConfigurationParameter one) {
        String sql = id == null ? """
                  insert into cmw.configuration_parameter (product_id, code, name, description, hint, validation,
                      accepted_values, external_values_url, range, required, sensitive, weight)
                  values (:product, :code, :name, :description, :hint, :validation, cast(:accepted as json), :url,
                      cast(:range as jsonb), :required, :sensitive, :weight)
                  """ : """
                  update cmw.configuration_parameter set code = :code, name = :name, description = :description,
                      hint = :hint, validation = :validation, accepted_values = cast(:accepted as json),
                      external_values_url = :url, range = cast(:range as jsonb), required = :required,
                      sensitive = :sensitive, weight = :weight, revision = revision + 1
                   where id = :id and product_id = :product
                  """;
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("product", product)
                .param("code", one.code())
                .param("name", one.name())
                .param("description", one.description())
                .param("hint", one.hint())
                .param("validation", one.validation())
                .param("accepted", json.write(one.acceptedValues()))
                .param("url", one.externalValuesUrl())
                .param("range", one.range() == null ? null : json.write(one.range()))
                .param("required", one.required())
                .param("sensitive", one.sensitive())
                .param("weight", one.weight());
        (id == null ? statement : statement.param("id", id)).update();
    }

    /**
     * A plan asks for these parameters of its product from now on.
     *
     * @param asked null leaves them as they are
     */
    public void replaceOfPlan(int plan, int product, List<Integer> asked) {
        if (asked == null) {
            return;
        }
        List<Integer> theProducts =
                ofProduct(product).stream().map(ConfigurationParameter::id).toList();
        asked.stream().filter(id -> !theProducts.contains(id)).findFirst().ifPresent(id -> {
            throw Errors.unknownReference("configurationParameters", "configurationParameter/" + id);
        });
        jdbc.sql("delete from cmw.product_version_parameter where product_version_id = ?")
                .param(plan)
                .update();
        asked.stream()
                .distinct()
                .forEach(id -> jdbc.sql("insert into cmw.product_version_parameter values (?, ?)")
                        .params(plan, id)
                        .update());
    }

    private Selection<ConfigurationParameter> seenBy(Principal who) {
        Selection<ConfigurationParameter> selection = new Selection<>(
                jdbc,
                (row, index) -> {
                    ConfigurationParameter one = mapper.mapRow(row, index);
                    return CatalogueAccess.seesSecrets(who, row.getInt("company_id")) ? one : one.reduced();
                },
                "c.*, p.company_id",
                "cmw.configuration_parameter c join cmw.product p on p.id = c.product_id");
        return ProductSight.products(selection, who).where("not c.removed");
    }
}
