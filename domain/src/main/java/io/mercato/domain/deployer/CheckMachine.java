package io.mercato.domain.deployer;

/** The deployer's word to itself, on {@code deployer.commands}: the cloud's list lacks this machine, look for it. */
public record CheckMachine(int subscriptionId) {}
