/**
 * Builds machines in clouds and gives them back. Queues: {@code deployer.commands} (others' commands and its own next
 * steps), {@code deployer.accounts}; tells {@code deployer.events}.
 */
package io.mercato.platform.deployer;
