package io.mercato.domain.cmw.vendor;

/**
 * What a vendor's address answered.
 *
 * @param status of HTTP; 0 when there was no answer in time, or one that was too large
 * @param body as it came; empty for none
 */
public record VendorAnswer(int status, String body) {
    /** No answer. */
    public static final VendorAnswer NONE = new VendorAnswer(0, "");

    /** What went wrong on the vendor's side passes, or is his to mend: asking once more may help. */
    public boolean isWorthAskingAgain() {
        return status == 0 || status >= 500;
    }
}
