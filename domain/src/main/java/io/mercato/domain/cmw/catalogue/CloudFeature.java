package io.mercato.domain.cmw.catalogue;

/** What a cloud can do. */
public enum CloudFeature {
    ADDITIONAL_DISKS("Machines may have further disks"),
    BANDWIDTH_UPGRADE("More traffic can be bought"),
    CLOUD_SERVICES("Services of the cloud itself can be bought"),
    CUSTOM_CREDENTIALS("Customers may use an account of their own"),
    CUSTOM_CREDENTIALS_ONLY("Customers must use an account of their own"),
    CUSTOM_CREDENTIALS_CUSTOMER_CREATION_DISABLED("Customers do not enter an account by themselves"),
    DISK_SPACE_UPGRADE("Disks can grow"),
    GPU("Machines with a graphics card"),
    KUBERNETES("Clusters of containers"),
    LINUX("Machines with Linux"),
    MINIMUM_DISK("Smallest disk, in gigabytes"),
    MINIMUM_WINDOWS_RAM_GB("Smallest memory of a machine with Windows, in gigabytes"),
    RAM_MULTIPLE_OF_MB("Memory comes in steps, in megabytes"),
    TIERED_DISK_PRICING("The price of a gigabyte of disk falls with their number"),
    WINDOWS("Machines with Windows");

    private final String words;

    CloudFeature(String words) {
        this.words = words;
    }

    /** What it means, for people. */
    public String words() {
        return words;
    }
}
