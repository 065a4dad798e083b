package io.mercato.domain.cmw.people;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only some kinds of company have; null where it does not apply or is not known.
 *
 * @param rea number in the Italian register of companies
 * @param ri office of the Italian register of companies
 * @param marketplaceDomain where its own marketplace lives
 * @param storeName name of its own marketplace
 * @param senderName in whose name its customers get their e-mails
 * @param signature below its e-mails
 * @param replyTo where answers to its e-mails go
 * @param invoicePrefix what the numbers of its invoices begin with
 * @param billsToDistributor a reseller: whether its distributor is billed
 * @param productIds a distributor: the products that it may sell; empty for all
 * @param delayedPayment a customer: whether it pays later
 * @param publicAdministration a customer: whether it is a public administration
 * @param electronicInvoicing a customer: where Italian electronic invoices go
 * @param vatExemption a customer: its declaration that it pays no VAT
 */
public record CompanyDetails(
        @Nullable String rea,
        @Nullable String ri,
        @Nullable String marketplaceDomain,
        @Nullable String storeName,
        @Nullable String senderName,
        @Nullable String signature,
        @Nullable String replyTo,
        @Nullable String invoicePrefix,
        @Nullable Boolean billsToDistributor,
        @Nullable List<Integer> productIds,
        @Nullable Boolean delayedPayment,
        @Nullable Boolean publicAdministration,
        @Nullable ElectronicInvoicing electronicInvoicing,
        @Nullable VatExemption vatExemption) {
    public static final CompanyDetails NONE =
            new CompanyDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @param sdiCode code of the recipient at the Italian exchange @param pec its certified address */
    public record ElectronicInvoicing(
            @Nullable String sdiCode, @Nullable String pec) {}

    /** @param declarationDate in ISO 8601 */
    public record VatExemption(
            @Nullable String declarationNumber,
            @Nullable String declarationDate,
            @Nullable String internalProtocolNumber) {}

    /** The same, as it stands in the Italian register of companies. */
    public CompanyDetails registered(@Nullable String newRea, @Nullable String newRi) {
        return new CompanyDetails(
                newRea,
                newRi,
                marketplaceDomain,
                storeName,
                senderName,
                signature,
                replyTo,
                invoicePrefix,
                billsToDistributor,
                productIds,
                delayedPayment,
                publicAdministration,
                electronicInvoicing,
                vatExemption);
    }

    /** What the marketplace grants: when it is paid, and what may be sold. For administrators alone. */
    public boolean sameGrants(CompanyDetails other) {
        return Boolean.TRUE.equals(delayedPayment) == Boolean.TRUE.equals(other.delayedPayment)
                && Set.copyOf(orNone(productIds)).equals(Set.copyOf(orNone(other.productIds)));
    }

    /** What decides who pays, and whether VAT: for those who manage the company, and not for its own people. */
    public boolean sameTerms(CompanyDetails other) {
        return Boolean.TRUE.equals(billsToDistributor) == Boolean.TRUE.equals(other.billsToDistributor)
                && Objects.equals(vatExemption, other.vatExemption);
    }

    private static List<Integer> orNone(@Nullable List<Integer> ids) {
        return ids == null ? List.of() : ids;
    }
}
