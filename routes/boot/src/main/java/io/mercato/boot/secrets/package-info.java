/** Secrets that the platform makes for itself at its first start. */
package io.mercato.boot.secrets;
