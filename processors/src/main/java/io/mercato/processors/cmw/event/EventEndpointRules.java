package io.mercato.processors.cmw.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an endpoint's address must be. Whoever stores one asks here; the sender asks again before it calls it. */
public final class EventEndpointRules {
    private static final int LONGEST = 2048;

    private EventEndpointRules() {}

    /** What is wrong with it, in words; null when nothing is. */
    public static @Nullable String problem(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return "must be given";
        }
        if (url.length() > LONGEST) {
            return "must have at most " + LONGEST + " characters";
        }
        try {
            return problem(new URI(url));
        } catch (URISyntaxException notAddress) {
            return "must be an http or https address";
        }
    }

    private static @Nullable String problem(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            return "must be an http or https address";
        }
        if (uri.getUserInfo() != null) {
            return "must hold no user name or password";
        }
        return null;
    }
}
