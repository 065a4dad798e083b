/** Keycloak: the one that runs as a child process, and the way to whichever one there is. */
package io.mercato.boot.keycloak;
