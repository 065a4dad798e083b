package io.mercato.domain.cmw.vendor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen for a parameter now.
 *
 * @param values in the vendor's order; none when it is empty, any when it is null
 */
public record ParameterChoices(@Nullable List<Choice> values) {
    public static final ParameterChoices ANY = new ParameterChoices(null);

    /** @param description what the customer reads; null when the value says it all */
    public record Choice(String value, @Nullable String description) {}

    public boolean allows(String value) {
        return values == null || values.stream().anyMatch(one -> one.value().equals(value));
    }

    /** The accepted values of the parameter itself. */
    public static ParameterChoices of(ConfigurationParameter parameter) {
        return parameter.acceptedValues().isEmpty()
                ? ANY
                : new ParameterChoices(parameter.acceptedValues().entrySet().stream()
                        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
