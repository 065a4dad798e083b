package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By which name and metadata a resource of an owner is known again. */
final class OpenStackMarks {

    private OpenStackMarks() {}

    static Map<String, String> metadata(Owner owner) {
        return Map.of(
                Owner.PLATFORM_KEY, owner.platform(), Owner.SUBSCRIPTION_KEY, Integer.toString(owner.subscription()));
    }

    static ObjectNode metadataJson(Owner owner) {
        ObjectNode json = OpenStackCall.object();
        metadata(owner).forEach(json::put);
        return json;
    }

    /** Whether a resource carries the owner's marks; someone else may use the same name. */
    static boolean isOf(Owner owner, ResourceKind kind, JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        return owner.resourceName(kind).equals(resource.path("name").asText())
                && metadata(owner).entrySet().stream()
                        .allMatch(mark -> mark.getValue()
                                .equals(metadata.path(mark.getKey()).asText()));
    }

    /** Nova reads a name to filter by as a regular expression. */
    static String exactly(String name) {
        return "^" + quote(name) + "$";
    }

    static String anyOf(String platform, ResourceKind kind) {
        return "^" + quote(platform) + "-[0-9]+-" + kind.name().toLowerCase(Locale.ROOT) + "$";
    }

    /** The subscription that a resource's name is made of, where it is a name of the platform's. */
    static OptionalInt subscription(String platform, ResourceKind kind, String name) {
        Matcher matcher = Pattern.compile(
                        Pattern.quote(platform) + "-([0-9]{1,9})-" + kind.name().toLowerCase(Locale.ROOT))
                .matcher(name);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The database of the cloud matches, not Java: only backslashes before what is special in POSIX. */
    private static String quote(String text) {
        return text.replaceAll("([.\\\\+*?\\[\\]^$(){}|])", "\\\\$1");
    }
}
