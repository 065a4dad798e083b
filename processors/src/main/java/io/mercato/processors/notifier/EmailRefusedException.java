package io.mercato.processors.notifier;

/** An e-mail that must not or cannot ever be sent, however often it is tried. */
public class EmailRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmailRefusedException(String reason) {
        super(reason);
    }

    public EmailRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
