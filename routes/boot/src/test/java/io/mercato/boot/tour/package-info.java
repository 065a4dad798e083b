/** The tour through the platform that the documentation offers, done exactly as it is written. */
package io.mercato.boot.tour;
