/** What becomes of orders when the platform is killed while they are in flight. */
package io.mercato.boot.crash;
