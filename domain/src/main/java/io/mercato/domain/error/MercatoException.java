package io.mercato.domain.error;

import java.util.LinkedHashMap;
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

    /**
     * The same failure, with what it is about.
     *
     * @param what stands before its words
     * @param field extra field that names it, with its value
     */
    public MercatoException about(String what, String field, String value) {
        List<ErrorHolder> named = holders.stream()
                .map(holder -> new ErrorHolder(
                        holder.key(), what + ": " + holder.error(), with(holder.extraFields(), field, value)))
                .toList();
        return new MercatoException(kind, named, this);
    }

    private static Map<String, String> with(Map<String, String> fields, String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(key, value);
        return all;
    }

    /** The one among a failure and its causes; null when nobody foresaw it. */
    public static @Nullable MercatoException among(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MercatoException known) {
                return known;
            }
        }
        return null;
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
