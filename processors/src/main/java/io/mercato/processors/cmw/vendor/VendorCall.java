package io.mercato.processors.cmw.vendor;

/**
 * A call of a vendor's address.
 *
 * @param secret key of the signature; null for none
 */
public record VendorCall(String url, String body, String secret) {

    /** Without body and secret, which may not stand in a log. */
    @Override
    public String toString() {
        return "VendorCall[" + url + "]";
    }
}
