package io.mercato.rest.cmw.vendor;

import io.mercato.domain.cmw.vendor.ParameterValue;
import io.mercato.rest.UrlEntity;

/**
 * {@code SubscriptionConfigurationParameter} of the contract.
 *
 * @param value left out for who may not know it
 */
public record SubscriptionParameterBody(
        String code, UrlEntity configurationParameter, String description, String value) {

    public static SubscriptionParameterBody of(ParameterValue one) {
        return new SubscriptionParameterBody(
                one.code(), UrlEntity.of("configurationParameter", one.parameterId()), one.description(), one.value());
    }
}
