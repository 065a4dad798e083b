package io.mercato.domain.cmw.people;

/** Whether staff has let a company in that registered itself. */
public enum CompanyApproval {
    REQUESTED,
    APPROVED
}
