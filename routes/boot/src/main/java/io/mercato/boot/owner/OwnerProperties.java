package io.mercato.boot.owner;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who owns a platform that starts empty, and what its marketplace is; read at the first start only.
 *
 * @param company name of the company that runs the platform and writes the invoices
 * @param email its address, and its first administrator's
 * @param administrator user name of the first administrator, a superadmin
 * @param marketplace name of the marketplace
 * @param currency of all prices, ISO 4217
 * @param vat rate in percent
 * @param primaryColour of e-mails, as {@code #0b5cad}
 */
@ConfigurationProperties("mercato.owner")
public record OwnerProperties(
        @DefaultValue("Mercato") String company,
        @DefaultValue("administrator@mercato.example") String email,
        @DefaultValue("administrator") String administrator,
        @DefaultValue("Mercato") String marketplace,
        @DefaultValue("EUR") String currency,
        @DefaultValue("22") BigDecimal vat,
        @DefaultValue("#0b5cad") String primaryColour) {

    /** Name of the secret that is the first administrator's first password. */
    public static final String PASSWORD_SECRET = "administrator";
}
