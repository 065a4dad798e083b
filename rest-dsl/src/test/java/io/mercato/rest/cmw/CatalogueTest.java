package io.mercato.rest.cmw;

import io.mercato.domain.identity.Principal;
import java.util.List;

/** What tests of products and plans need. */
abstract class CatalogueTest extends ApiTest {

    /** A product of the vendor's with one published plan. */
    protected int published(String name) {
        int product = post(vendor, "/product", product(name)).is(201).id();
        post(admin, "/productVersion", plan(product, "'published': true, 'price': 1"))
                .is(201);
        return product;
    }

    protected String product(String name) {
        return product(name, "");
    }

    /** @param more further fields, each followed by a comma */
    protected String product(String name, String more) {
        return "{" + more + "'type': 'SYNDICATED', 'name': '" + name + "', 'category': {'url': 'category/" + category
                + "'}, 'tags': [{'tag': 'office'}]}";
    }

    protected static String plan(int product, String more) {
        return "{'product': {'url': 'product/" + product + "'}, 'name': 'Basic', " + more + "}";
    }

    protected int planOf(Principal who, int product) {
        String url = get(who, "/product/" + product).text("/productVersion/0/url");
        return Integer.parseInt(url.substring(url.indexOf('/') + 1));
    }

    protected static List<Integer> ids(Answer answer) {
        answer.is(200);
        return answer.body().findValues("id").stream().map(id -> id.asInt()).toList();
    }
}
