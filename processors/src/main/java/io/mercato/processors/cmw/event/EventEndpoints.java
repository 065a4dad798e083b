package io.mercato.processors.cmw.event;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.processors.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an event goes, and the key that its signature is made with. */
@Component
public class EventEndpoints {
    private static final TypeReference<List<String>> URLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final EventProperties properties;

    public EventEndpoints(JdbcClient jdbc, Json json, EventProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    /** Each address once: the product's own come before the vendor's, and those before the platform's. */
    Collection<Endpoint> of(EventEntity entity, @Nullable Integer vendorId, @Nullable Integer productId) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        if (productId != null && EventRecipient.PRODUCT.hearsOf(entity)) {
            ofProduct(productId).forEach(url -> add(endpoints, EventRecipient.PRODUCT, url));
        }
        if (vendorId != null && EventRecipient.COMPANY.hearsOf(entity)) {
            ofCompany(vendorId).forEach(url -> add(endpoints, EventRecipient.COMPANY, url));
        }
        properties.platformEndpoints().forEach(endpoint -> add(endpoints, EventRecipient.PLATFORM, endpoint.url()));
        return endpoints.values();
    }

    /** The product's token; for the vendor's endpoint the company's when the product has none. Null for no signature. */
    @Nullable
    String secret(EventRecipient recipient, String url, @Nullable Integer vendorId, @Nullable Integer productId) {
        return switch (recipient) {
            case PLATFORM ->
                properties.platformEndpoints().stream()
                        .filter(endpoint ->
                                endpoint.url().equals(url) && !endpoint.secret().isEmpty())
                        .map(EventProperties.PlatformEndpoint::secret)
                        .findFirst()
                        .orElse(null);
            case PRODUCT -> token("product", productId);
            case COMPANY -> {
                String ofProduct = token("product", productId);
                yield ofProduct != null ? ofProduct : token("company", vendorId);
            }
        };
    }

    private static void add(Map<String, Endpoint> endpoints, EventRecipient recipient, String url) {
        if (!url.isBlank()) {
            endpoints.putIfAbsent(url.strip(), new Endpoint(recipient, url.strip()));
        }
    }

    private List<String> ofProduct(int productId) {
        return jdbc.sql("select syndication_endpoints from cmw.product where id = ?")
                .param(productId)
                .query(String.class)
                .optional()
                .map(urls -> json.read(urls, URLS))
                .orElse(List.of());
    }

    private List<String> ofCompany(int companyId) {
        return jdbc.sql("select syndication_endpoint from cmw.company"
                        + " where id = ? and syndication_endpoint is not null")
                .param(companyId)
                .query(String.class)
                .list();
    }

    private @Nullable String token(String table, @Nullable Integer id) {
        return jdbc.sql("select notification_secret_token from cmw." + table
                        + " where id = ? and notification_secret_token <> ''")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    record Endpoint(EventRecipient recipient, String url) {}
}
