package io.mercato.domain.cmw.catalogue;

/** What a machine runs. */
public enum OperatingSystem {
    LINUX,
    WINDOWS
}
