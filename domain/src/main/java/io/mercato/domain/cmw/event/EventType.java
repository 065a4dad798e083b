package io.mercato.domain.cmw.event;

/** What happened to the entity. */
public enum EventType {
    CREATED,
    MODIFIED,
    DELETED
}
