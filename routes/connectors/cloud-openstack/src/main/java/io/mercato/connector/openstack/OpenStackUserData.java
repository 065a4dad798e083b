package io.mercato.connector.openstack;

import java.util.regex.Pattern;

/** What cloud-init is told about a machine's name, which in the cloud is the owner's mark and not the customer's name. */
final class OpenStackUserData {
    private static final Pattern HAS_NAME = Pattern.compile("(?m)^(hostname|fqdn)\\s*:");

    private OpenStackUserData() {}

    /** Adds the name to a {@code #cloud-config} document that names none. */
    static String withHostName(String userData, String hostName) {
        boolean mayName = userData.startsWith("#cloud-config")
                && !hostName.isBlank()
                && !HAS_NAME.matcher(userData).find();
        if (!mayName) {
            return userData;
        }
        String separator = userData.endsWith("\n") ? "" : "\n";
        return userData + separator + "hostname: \"" + hostName.replaceAll("[^A-Za-z0-9.-]", "-") + "\"\n";
    }
}
