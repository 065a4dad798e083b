package io.mercato.rest.cmw.vendor;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.vendor.BoundedPattern;
import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code ConfigurationParameter} of the contract; it is written with its product. */
public record ConfigurationParameterBody(
        Integer id,
        String self,

        @Size(max = 250) @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]*")
        String code,

        @NotBlank @Size(max = 255) String name,
        @NotBlank @Size(max = 4096) String description,
        @Size(max = 255) String hint,
        @Size(max = BoundedPattern.LONGEST) String validation,

        @Size(max = 1000) Map<@NotBlank @Size(max = 4096) String, @Size(max = 1024) String> acceptedValues,

        @Pattern(regexp = "https?://\\S+") @Size(max = 2000) String externalValuesUrl,
        @Valid Range range,
        Boolean required,
        Boolean sensitive,
        Integer weight) {

    /** Whole numbers, both included. */
    public record Range(@NotNull Integer min, @NotNull Integer max) {}

    public static ConfigurationParameterBody of(ConfigurationParameter one) {
        return new ConfigurationParameterBody(
                one.id(),
                "configurationParameter/" + one.id(),
                one.code(),
                one.name(),
                one.description(),
                one.hint(),
                one.validation(),
                one.acceptedValues().isEmpty() ? null : one.acceptedValues(),
                one.externalValuesUrl(),
                one.range() == null
                        ? null
                        : new Range(one.range().min(), one.range().max()),
                one.required(),
                one.sensitive(),
                one.weight());
    }

    public ConfigurationParameter toDomain() {
        return new ConfigurationParameter(
                id,
                text(code),
                name.strip(),
                description.strip(),
                text(hint),
                text(validation),
                labelled(),
                text(externalValuesUrl),
                range == null ? null : new ConfigurationParameter.Range(range.min(), range.max()),
                or(required, false),
                or(sensitive, false),
                or(weight, 0));
    }

    /** A value without a label is its own; a value is stripped, as what a customer fills in is. */
    private Map<String, String> labelled() {
        Map<String, String> labelled = new LinkedHashMap<>();
        if (acceptedValues != null) {
            acceptedValues.forEach((value, label) -> labelled.put(value.strip(), or(text(label), value.strip())));
        }
        return labelled;
    }
}
