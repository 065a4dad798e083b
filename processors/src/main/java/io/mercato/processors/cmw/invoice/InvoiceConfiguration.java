package io.mercato.processors.cmw.invoice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the invoices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CurrencyProperties.class)
public class InvoiceConfiguration {}
