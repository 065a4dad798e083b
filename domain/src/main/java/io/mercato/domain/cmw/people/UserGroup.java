package io.mercato.domain.cmw.people;

/** What somebody does at his company. */
public enum UserGroup {
    MANAGEMENT,
    MARKETING,
    SALES,
    TECH
}
