package io.mercato.domain.cmw.invoice;

/** What a line of an invoice is for, as the published client names it. */
public enum LineType {
    BACKUP,
    BANDWIDTH,
    BILLINGITEMCOST,
    BILLINGITEMSETUP,
    BILLINGITEMPROPORTIONALSETUP,
    BILLINGITEMRECURRING,
    CLOUDESIREFEE,
    CONFIGURATION,
    COUPONDISCOUNT,
    CUSTOM,
    DISK_UPGRADE,
    DISKSPACE,
    IAASEXPENSE,
    METRIC,
    ONESHOTCOST,
    PRODUCT,
    RECURRINGCOST,
    REFUND,
    SETUPFEE,
    STAMPDUTY,
    UPFRONT,
    VIRTUALMACHINE;

    /** Whether it is paid once, before anything runs. */
    public boolean isSetup() {
        return switch (this) {
            case SETUPFEE, BILLINGITEMSETUP, BILLINGITEMPROPORTIONALSETUP -> true;
            default -> false;
        };
    }
}
