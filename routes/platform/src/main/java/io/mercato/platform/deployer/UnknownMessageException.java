package io.mercato.platform.deployer;

/** A message, or a step, that no route is for: a fault of ours, which goes to the dead letters to be seen. */
public class UnknownMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownMessageException(String message) {
        super(message);
    }
}
