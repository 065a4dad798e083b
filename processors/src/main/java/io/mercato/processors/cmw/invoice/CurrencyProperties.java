package io.mercato.processors.cmw.invoice;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of foreign currencies.
 *
 * @param rates what one unit of another currency is worth in the marketplace's own, by its code
 */
@ConfigurationProperties("mercato.cmw.currencies")
public record CurrencyProperties(@DefaultValue Map<String, BigDecimal> rates) {}
