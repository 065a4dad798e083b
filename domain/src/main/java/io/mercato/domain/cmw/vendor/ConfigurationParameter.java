package io.mercato.domain.cmw.vendor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a vendor wants to know of who orders his product; a plan says which of its product's it asks.
 *
 * @param id null until it is stored
 * @param code the vendor's own name of it, unlike any other of the product; made of the name when null
 * @param hint what stands in the empty field
 * @param validation regular expression that a value matches as a whole; null for none
 * @param acceptedValues the only values, each with its label; empty for any
 * @param externalValuesUrl where the vendor says which values there are; null for nowhere
 * @param range the numbers that a value may be; null for any text
 * @param sensitive whether only the customer and the vendor may read its value
 */
public record ConfigurationParameter(
        @Nullable Integer id,
        @Nullable String code,
        String name,
        String description,
        @Nullable String hint,
        @Nullable String validation,
        Map<String, String> acceptedValues,
        @Nullable String externalValuesUrl,
        @Nullable Range range,
        boolean required,
        boolean sensitive,
        int weight) {

    /** Whole numbers from min to max, both included. */
    public record Range(int min, int max) {}

    /** As everybody may know it: who asks for the values asks the platform, and not the vendor's own address. */
    public ConfigurationParameter reduced() {
        return new ConfigurationParameter(
                id,
                code,
                name,
                description,
                hint,
                validation,
                acceptedValues,
                externalValuesUrl == null ? null : "/api/configurationParameter/" + id + "/values",
                range,
                required,
                sensitive,
                weight);
    }

    /** The same under this code. */
    public ConfigurationParameter coded(String newCode) {
        return new ConfigurationParameter(
                id,
                newCode,
                name,
                description,
                hint,
                validation,
                acceptedValues,
                externalValuesUrl,
                range,
                required,
                sensitive,
                weight);
    }
}
