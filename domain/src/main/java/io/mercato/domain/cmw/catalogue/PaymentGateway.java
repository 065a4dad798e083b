package io.mercato.domain.cmw.catalogue;

/** Ways to pay for a plan. */
public enum PaymentGateway {
    PAYPAL,
    STRIPE,
    STRIPE_SEPA,
    IBAN,
    MANUAL
}
