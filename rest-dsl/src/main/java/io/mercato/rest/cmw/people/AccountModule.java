package io.mercato.rest.cmw.people;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.people.Company;
import io.mercato.domain.cmw.people.Country;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.paging.Filter;
import io.mercato.rest.CallReceiver;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import io.mercato.rest.cmw.order.ChangelogBody;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The REST face of registration, confirmation, passwords, and what else there is to users and companies. */
@Component
public class AccountModule extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        // spotless:off
        // In:  variables principal, path with externalId, body the fields to be changed
        // Out: as PATCH of the company with this id elsewhere
        // Fails: to the caller
        from("direct:rest-patch-company-elsewhere").routeId("rest-patch-company-elsewhere").errorHandler(noErrorHandler())
            .to("direct:cmw-find-company")
            .to("direct:rest-merge-company");

        // In:  variables principal, filter; Out: all countries, or the one that the query names
        // Fails: NOT_FOUND
        from("direct:rest-choose-countries").routeId("rest-choose-countries").errorHandler(noErrorHandler())
            .to("direct:cmw-list-countries")
            .process(exchange -> {
                boolean one = exchange.getVariable(CallReceiver.FILTER, Filter.class).text("country") != null;
                List<?> countries = exchange.getMessage().getBody(List.class);
                exchange.getMessage().setBody(one ? countries.get(0) : countries);
            });
        // spotless:on
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "activate-user",
                                "POST",
                                "/user/activate",
                                "direct:cmw-activate-user",
                                "Confirms an e-mail address by the token that was sent to it")
                        .allowed(EVERYBODY)
                        .takes(ActivationBody.class, ActivationBody::tag),
                Operation.of(
                        "verify-user",
                        "POST",
                        "/user/verification",
                        "direct:cmw-send-confirmation",
                        "Sends the caller another e-mail to confirm his address by"),
                Operation.of(
                                "recover-password",
                                "POST",
                                "/user/password/recovery",
                                "direct:cmw-recover-password",
                                "Sends an e-mail to choose a new password by, in the name of his ?reseller= (id or slug); does not say"
                                        + " whether anybody got one")
                        .allowed(EVERYBODY)
                        .takes(PasswordRecoveryBody.class, PasswordRecoveryBody::identifier),
                Operation.of(
                                "reset-password",
                                "POST",
                                "/user/password/reset",
                                "direct:cmw-reset-password",
                                "Sets a new password by the token of an e-mail")
                        .allowed(EVERYBODY)
                        .takes(PasswordResetBody.class, PasswordResetBody::toDomain),
                Operation.of(
                                "get-user-by-external-id",
                                "GET",
                                "/user/externalId/{externalId}",
                                "direct:cmw-get-user-by-external-id",
                                "The user with this id elsewhere")
                        .answers(UserBody.class, User.class, UserBody::of),
                Operation.of(
                                "list-suggested-users",
                                "GET",
                                "/user/typeahead/{query}",
                                "direct:cmw-suggest-users",
                                "The first users with this in their names or addresses")
                        .answersMany(UserBody.class, User.class, UserBody::of),
                Operation.of(
                                "get-user-changelog",
                                "GET",
                                "/user/{id}/changelog",
                                "direct:cmw-get-user-changelog",
                                "Who changed what of a user")
                        .answers(ChangelogBody.class, List.class, ChangelogBody::of),
                Operation.of(
                                "export-user",
                                "GET",
                                "/user/{id}/export",
                                "direct:cmw-export-user",
                                "All that is known about a user, as a ZIP of JSON files")
                        .answersBytes(),
                Operation.of(
                                "list-suggested-companies",
                                "GET",
                                "/company/typeahead/{query}",
                                "direct:cmw-suggest-companies",
                                "The first companies with this in their names")
                        .answersMany(CompanyBody.class, Company.class, CompanyBody::of),
                Operation.of(
                                "patch-company-by-external-id",
                                "PATCH",
                                "/company/externalId={externalId}",
                                "direct:rest-patch-company-elsewhere",
                                "Changes the named fields, or does the named action")
                        .takes(Map.class, changes -> changes),
                Operation.of(
                        "delete-company-by-external-id",
                        "DELETE",
                        "/company/externalId={externalId}",
                        "direct:cmw-remove-company-by-external-id",
                        "Removes the company with this id elsewhere"),
                Operation.of(
                                "list-countries",
                                "GET",
                                "/countryCodes",
                                "direct:rest-choose-countries",
                                "The countries of ISO 3166 in the caller's language; the one of ?country= by code or name")
                        .allowed(EVERYBODY)
                        .answers(Object.class, Object.class, AccountModule::countries));
    }

    private static Object countries(Object answer) {
        return answer instanceof List<?> many
                ? many.stream()
                        .map(Country.class::cast)
                        .map(CountryCodeBody::of)
                        .toList()
                : CountryCodeBody.of((Country) answer);
    }
}
