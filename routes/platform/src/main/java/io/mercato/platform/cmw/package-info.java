/** The core of the platform: catalogue, people, orders. */
package io.mercato.platform.cmw;
