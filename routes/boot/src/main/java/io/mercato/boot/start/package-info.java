/** When the platform is ready, and what it says then. */
package io.mercato.boot.start;
