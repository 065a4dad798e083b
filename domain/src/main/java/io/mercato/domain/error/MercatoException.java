package io.mercato.domain.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure that the platform foresees: its kind decides what happens, its holders say it to the client. */
public class MercatoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final transient List<ErrorHolder> holders;

    public MercatoException(ErrorKind kind, List<ErrorHolder> holders, @Nullable Throwable cause) {
        super(holders.isEmpty() ? kind.name() : holders.get(0).error(), cause);
        this.kind = kind;
        this.holders = List.copyOf(holders);
    }

    public MercatoException(ErrorKind kind, String key, String error) {
        this(kind, List.of(ErrorHolder.of(key, error)), null);
    }

    public MercatoException(ErrorKind kind, String key, String error, Map<String, String> extraFields) {
        this(kind, List.of(new ErrorHolder(key, error, extraFields)), null);
    }

    public MercatoException(ErrorKind kind, String key, String error, Throwable cause) {
        this(kind, List.of(ErrorHolder.of(key, error)), cause);
    }

    public ErrorKind kind() {
        return kind;
    }

    public List<ErrorHolder> holders() {
        return holders;
    }

    public String key() {
        return holders.isEmpty() ? kind.name() : holders.get(0).key();
    }
}
