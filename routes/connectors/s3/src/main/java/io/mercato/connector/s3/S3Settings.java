package io.mercato.connector.s3;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the storage is, and how patient the platform is with it.
 *
 * @param endpoint address of its API; empty for Amazon's own of the region
 * @param bucket a bucket that is there already
 * @param accessKey who the platform is there; empty for what the machine itself is, as Amazon's tools find it out
 * @param secretKey never in a log
 * @param pathStyle whether the bucket stands in the path of the address, as most that are not Amazon want it
 * @param connectTimeout how long it may take to accept a connection
 * @param readTimeout how long it may be silent
 * @param callTimeout how long one call may take in all, its repetitions too
 * @param attempts how often a call is tried; each of them may be made twice without harm
 */
@ConfigurationProperties("mercato.s3")
public record S3Settings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("mercato") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("60s") Duration callTimeout,
        @DefaultValue("3") int attempts) {

    /** Without the keys, so that it may stand in a log. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + (endpoint.isEmpty() ? region : endpoint);
    }
}
