package io.mercato.boot.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The cloud of the demo data.
 *
 * @param endpoint address of its identity service
 */
@ConfigurationProperties("mercato.demo.cloud")
public record DemoCloudProperties(String endpoint) {}
