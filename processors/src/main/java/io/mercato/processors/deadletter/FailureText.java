package io.mercato.processors.deadletter;

import io.mercato.domain.error.MercatoException;
import java.util.regex.Pattern;

/** Says of an exception what somebody needs who decides about a dead letter, and no secret. */
public final class FailureText {
    private static final int LIMIT = 500;
    private static final String HIDDEN = "***";
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)([\\w-]*(?:password|passwd|secret|token|authorization|api-?key|private-?key)[\\w-]*[\"']?\\s*[:=]\\s*)"
                    + "(?:(?:Basic|Bearer)\\s+)?(\"[^\"]*\"|'[^']*'|[^\\s,;&}\\]]+)");
    private static final Pattern USER_OF_URL = Pattern.compile("://[^/@\\s]+@");

    private FailureText() {}

    /** Class and words of what lies at the bottom, or of the failure that the platform foresaw. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof MercatoException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String words = cause.getMessage() == null ? "" : ": " + withoutSecrets(cause.getMessage());
        String text = cause.getClass().getSimpleName() + words;
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT - 1) + "…";
    }

    /** The first line: databases print whole rows in those below it. */
    private static String withoutSecrets(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        String unnamed = NAMED_SECRET.matcher(line).replaceAll("$1" + HIDDEN);
        return USER_OF_URL.matcher(unnamed).replaceAll("://" + HIDDEN + "@");
    }
}
