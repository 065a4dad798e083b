package io.mercato.rest.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param maxBody how large the body of a request may be
 * @param maxUpload the same of {@code multipart/*} and {@code application/octet-stream}
 */
@ConfigurationProperties("mercato.rest")
public record EdgeProperties(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("100MB") DataSize maxUpload) {}
