package io.mercato.rest;

import io.mercato.domain.error.Errors;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ETag} and {@code If-Match}: the revision of a thing, so that nobody overwrites what he has not seen. */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private static final Pattern ANY_TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"|(\\*)");

    private EntityTag() {}

    /** All that {@code If-None-Match} names, weak or not, without their quotes. */
    static List<String> all(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return List.of();
        }
        return ANY_TAG.matcher(ifNoneMatch).results().map(EntityTag::opaque).toList();
    }

    private static String opaque(MatchResult tag) {
        return tag.group(1) == null ? tag.group(2) : tag.group(1);
    }

    static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /** Null when the header is missing or {@code *}, which any thing that exists fulfils. */
    static Integer revision(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Errors.invalidField("If-Match", "must be the ETag of an answer, as \"7\"");
        }
        return Integer.valueOf(tag.group(1));
    }
}
