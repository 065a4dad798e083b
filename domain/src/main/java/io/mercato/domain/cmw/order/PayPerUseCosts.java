package io.mercato.domain.cmw.order;

/** Which costs of use are wanted in an estimate: of an order that is yet to be placed none are current. */
public enum PayPerUseCosts {
    NONE,
    CURRENT,
    PROJECTED
}
