package io.mercato.connector.s3;

/**
 * Where the bucket lies and who the platform is there, when that is not a matter of settings: the embedded server's.
 *
 * @param secretKey never in a log
 */
public record S3Account(String endpoint, String accessKey, String secretKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "S3 at " + endpoint;
    }
}
