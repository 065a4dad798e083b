package io.mercato.domain.message;

/** Names of the headers that every message of the platform carries; Java identifiers, since JMS rewrites others. */
public final class MessageHeaders {
    /** Identity of the message: the outbox row's id, equal on every redelivery. */
    public static final String MESSAGE_ID = "mercatoMessageId";
    /** What the payload is: the simple name of its record, or the command's name. */
    public static final String MESSAGE_TYPE = "mercatoMessageType";
    /** What the message is about: {@code "subscription/42"}. */
    public static final String AGGREGATE = "mercatoAggregate";
    /** {@code CMW-Request-Id} of the request that began it all. */
    public static final String REQUEST_ID = "mercatoRequestId";
    /** Messages of one group are consumed one after the other. */
    public static final String GROUP = "JMSXGroupID";

    private MessageHeaders() {}
}
