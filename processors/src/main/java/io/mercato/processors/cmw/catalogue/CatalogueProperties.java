package io.mercato.processors.cmw.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the catalogue.
 *
 * @param approval whether what vendors write of a published product, and a plan that they publish, is approved by the
 *     staff before customers read it
 */
@ConfigurationProperties("mercato.cmw.catalogue")
public record CatalogueProperties(@DefaultValue("false") boolean approval) {}
