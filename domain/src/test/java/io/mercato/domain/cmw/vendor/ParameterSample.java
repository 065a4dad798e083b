package io.mercato.domain.cmw.vendor;

import io.mercato.domain.cmw.vendor.ConfigurationParameter.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters for tests. */
final class ParameterSample {

    private ParameterSample() {}

    static ConfigurationParameter text(int id, String code, boolean required) {
        return of(id, code, null, Map.of(), null, required);
    }

    static ConfigurationParameter matching(int id, String expression) {
        return of(id, "P" + id, expression, Map.of(), null, false);
    }

    static ConfigurationParameter oneOf(int id, Map<String, String> accepted) {
        return of(id, "P" + id, null, accepted, null, false);
    }

    static ConfigurationParameter within(int id, int min, int max) {
        return of(id, "P" + id, null, Map.of(), new Range(min, max), false);
    }

    static ConfigurationParameter of(
            @Nullable Integer id,
            @Nullable String code,
            @Nullable String validation,
            Map<String, String> accepted,
            @Nullable Range range,
            boolean required) {
        return new ConfigurationParameter(
                id, code, "Your domain", "What it is", null, validation, accepted, null, range, required, false, 0);
    }

    static ConfigurationParameter fromVendor(int id, Map<String, String> accepted) {
        return new ConfigurationParameter(
                id, "P" + id, "N", "D", null, null, accepted, "https://vendor.example/v", null, false, false, 0);
    }
}
