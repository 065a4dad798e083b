package io.mercato.rest.cmw.vendor;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.cmw.vendor.ParameterChoices;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /configurationParameter}. */
@Component
public class VendorModule extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "cmw-list-configuration-parameters",
                                "GET",
                                "/configurationParameter",
                                "direct:cmw-list-configuration-parameters",
                                "What vendors want to know of who orders their products")
                        .allowed(EVERYBODY)
                        .answersMany(
                                ConfigurationParameterBody.class,
                                ConfigurationParameter.class,
                                ConfigurationParameterBody::of),
                Operation.of(
                                "cmw-get-configuration-parameter",
                                "GET",
                                "/configurationParameter/{id}",
                                "direct:cmw-get-configuration-parameter",
                                "One of them")
                        .allowed(EVERYBODY)
                        .answers(
                                ConfigurationParameterBody.class,
                                ConfigurationParameter.class,
                                ConfigurationParameterBody::of),
                Operation.of(
                                "cmw-list-parameter-choices",
                                "POST",
                                "/configurationParameter/{id}/values",
                                "direct:cmw-list-parameter-choices",
                                "Which values there are, after what was chosen so far")
                        .takes(
                                ExternalConfigurationParameterValuesRequest.class,
                                ExternalConfigurationParameterValuesRequest::toDomain)
                        .answers(
                                ConfigurationParameterValues.class,
                                ParameterChoices.class,
                                ConfigurationParameterValues::of));
    }
}
