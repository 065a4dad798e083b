/** Orders. */
package io.mercato.platform.cmw.order;
