package io.mercato.domain.cmw.catalogue;

/** When the cloud's own costs are billed. */
public enum IaasBilling {
    PRE_PAID,
    PAY_AS_YOU_GO
}
