package io.mercato.rest.cmw.vendor;

import io.mercato.domain.error.Errors;
import io.mercato.rest.UrlEntity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of configuration parameters as a client sends them: {@code {"configurationParameter/5": "…"}}. */
public final class ParameterKeys {
    private static final String FIELD = "configurationParameters";

    private ParameterKeys() {}

    /** By the parameter's id; empty for none. */
    public static Map<Integer, String> ids(Map<String, String> values) {
        Map<Integer, String> byId = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((key, value) -> {
                if (value != null) {
                    byId.put(UrlEntity.id(new UrlEntity(key), "configurationParameter", FIELD), value);
                }
            });
        }
        if (byId.size() > 200) {
            throw Errors.invalidField(FIELD, "must have at most 200 values");
        }
        return byId;
    }
}
