package io.mercato.processors.cmw.search;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.sql.FreshPlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products to be found, and who looks for them. */
final class Shelf {
    final JdbcClient jdbc;
    final ProductSearch search;
    final ProductFacetsStore facets;
    final int vendorCompany;
    final int rivalCompany;
    final int category;
    final int otherCategory;
    final int provider;
    final Principal customer = principal(Role.USER, null);
    final Principal vendor;
    final Principal rival;
    final Principal supervisor = principal(Role.SUPERVISOR, null);

    Shelf(TestDatabase database) {
        jdbc = database.jdbc();
        FreshPlans plans = new FreshPlans(new NamedParameterJdbcTemplate(database.dataSource()));
        search = new ProductSearch(plans);
        facets = new ProductFacetsStore(plans);
        jdbc.sql("truncate cmw.company, cmw.category, cmw.cloud_provider, cmw.search_word cascade")
                .update();
        vendorCompany = company("Städtische Werke");
        rivalCompany = company("Rival & Co");
        category = id("insert into cmw.category (name, slug) values ('Data', 'data') returning id");
        otherCategory = id("insert into cmw.category (name, slug) values ('Office', 'office') returning id");
        provider = id("insert into cmw.cloud_provider (name, connector, endpoint) values ('North', 'openstack', 'x')"
                + " returning id");
        vendor = principal(Role.VENDOR, vendorCompany);
        rival = principal(Role.VENDOR, rivalCompany);
    }

    int company(String name) {
        return jdbc.sql("insert into cmw.company (name, email_address) values (?, 'a@b.example') returning id")
                .param(name)
                .query(Integer.class)
                .single();
    }

    int user(String name) {
        return jdbc.sql("insert into cmw.\"user\" (user_name, email, name, surname, role) values (?, ? || '@b.example',"
                        + " 'Ada', 'Byron', 'ROLE_USER') returning id")
                .params(name, name)
                .query(Integer.class)
                .single();
    }

    int id(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** Published by the vendor, at 5 a month. */
    int product(String name, String shortDescription, String longDescription) {
        int id = draft(name, shortDescription, longDescription);
        plan(id, "5");
        return id;
    }

    int draft(String name, String shortDescription, String longDescription) {
        return jdbc.sql("insert into cmw.product (type, company_id, category_id, name, short_description,"
                        + " long_description) values ('SYNDICATED', ?, ?, ?, ?, ?) returning id")
                .params(vendorCompany, category, name, shortDescription, longDescription)
                .query(Integer.class)
                .single();
    }

    void plan(int product, String price) {
        jdbc.sql("insert into cmw.product_version (product_id, name, price, published) values (?, 'Basic',"
                        + " cast(? as numeric), true)")
                .params(product, price)
                .update();
    }

    void set(int product, String sets) {
        jdbc.sql("update cmw.product set " + sets + " where id = ?")
                .param(product)
                .update();
    }

    void translate(int product, String language, String name, String shortDescription, String longDescription) {
        jdbc.sql("update cmw.product set translations = translations || jsonb_build_object(cast(? as text),"
                        + " jsonb_build_object('name', cast(? as text), 'short_description', cast(? as text),"
                        + " 'long_description', cast(? as text))) where id = ?")
                .params(language, name, shortDescription, longDescription, product)
                .update();
    }

    List<Integer> find(String query) {
        return find(customer, Map.of("query", query));
    }

    List<Integer> find(String language, String query) {
        return find(customer.inLanguage(language), Map.of("query", query));
    }

    List<Integer> find(Principal who, Map<String, String> filter) {
        return page(who, filter, 1, 50).items();
    }

    Page<Integer> page(Principal who, Map<String, String> filter, int number, int size) {
        return search.find(who, new Filter(filter), new PageRequest(number, size));
    }

    static Map<String, String> and(Map<String, String> filter, String key, String value) {
        Map<String, String> more = new HashMap<>(filter);
        more.put(key, value);
        return more;
    }

    private static Principal principal(Role role, Integer company) {
        return new Principal(7, "x", "x@b.example", "X", "en", role, company, null);
    }
}
