/** The REST face of what things cost: extra resources, prices of the clouds, coupons. */
package io.mercato.rest.cmw.pricing;
