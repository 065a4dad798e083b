package io.mercato.domain.cmw.people;

/** What a token that is sent by e-mail is good for; the one that comes with the mail shows that the address is his. */
public enum TokenPurpose {
    ACTIVATION,
    PASSWORD,
    /** Of another address that he gives himself. */
    ADDRESS
}
