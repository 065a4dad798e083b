package io.mercato.domain.cmw.bulk;

/** What has become of a row. */
public enum RowState {
    WAITING,
    DONE,
    FAILED
}
