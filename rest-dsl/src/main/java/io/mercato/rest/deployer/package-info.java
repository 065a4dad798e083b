/** {@code /deployment}: what the deployer does, for the staff. */
package io.mercato.rest.deployer;
