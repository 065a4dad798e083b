package io.mercato.domain.notifier;

/** What an {@link Email} is made of besides text, numbers, times and money. It belongs to all who ask for e-mails, as they do. */
public sealed interface EmailPart permits ResourcePage, SubscriptionEmail.Endpoint, SubscriptionEmail.Quantity {}
