package io.mercato.domain.cloud;

/**
 * What the first boot of a machine for a {@code MANAGED} product is told about its application, written by cloud-init
 * to {@value #PATH} as JSON. The image's own start-up script, or the vendor's, reads it, waits for the data disk, and
 * starts the application.
 *
 * @param name name of the product, as people read it
 * @param port port that the application answers on
 * @param login first login
 * @param password its password
 * @param dataDisk whether a data disk will be attached, to be waited for
 */
public record MachineConfiguration(String name, int port, String login, String password, boolean dataDisk) {
    public static final String PATH = "/etc/mercato/application.json";
}
