package io.mercato.processors.cmw.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Tables that are sent.
 *
 * @param maxRows how many rows one may have
 * @param maxSize how large its file may be
 * @param retention how long what became of it can be read
 */
@ConfigurationProperties("mercato.cmw.bulk")
public record BulkProperties(
        @DefaultValue("5000") int maxRows,
        @DefaultValue("5MB") DataSize maxSize,
        @DefaultValue("90d") Duration retention) {}
