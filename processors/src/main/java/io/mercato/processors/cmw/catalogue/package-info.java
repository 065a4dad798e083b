/** Stores of the catalogue: product, product_version, category, cloud_provider, instance_type and their like. */
package io.mercato.processors.cmw.catalogue;
