package io.mercato.rest.cmw.vendor;

import io.mercato.domain.cmw.vendor.ParameterChoices;
import java.util.List;

/** What may be chosen; no {@code values} at all when anything may. */
public record ConfigurationParameterValues(List<Value> values) {

    /** {@code ConfigurationParameterValue} of the contract. */
    public record Value(String value, String description) {}

    static ConfigurationParameterValues of(ParameterChoices choices) {
        return new ConfigurationParameterValues(
                choices.values() == null
                        ? null
                        : choices.values().stream()
                                .map(one -> new Value(one.value(), one.description()))
                                .toList());
    }
}
