package io.mercato.processors.cmw.vendor;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the calls of vendors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VendorCallProperties.class)
public class VendorCallConfiguration {}
