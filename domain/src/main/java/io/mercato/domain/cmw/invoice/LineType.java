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
    VIRTUALMACHINE
}
