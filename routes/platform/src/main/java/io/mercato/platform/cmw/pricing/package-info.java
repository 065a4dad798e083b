/** What things cost: extra resources, prices of the clouds, coupons. */
package io.mercato.platform.cmw.pricing;
