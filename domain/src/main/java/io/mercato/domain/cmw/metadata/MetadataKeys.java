package io.mercato.domain.cmw.metadata;

import io.mercato.domain.error.Errors;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of metadata: each has to be able to stand in an address, for it is removed by that. */
public final class MetadataKeys {
    private static final Pattern KEY = Pattern.compile("(?!\\.{1,2}$)[^/\\\\;%\\p{Cntrl}]+");

    private MetadataKeys() {}

    /** INVALID for a key that no address can name, by that key. */
    public static void check(Set<String> keys) {
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw Errors.invalidField(key, "a key is without slashes, semicolons and percent signs");
            }
        }
    }
}
