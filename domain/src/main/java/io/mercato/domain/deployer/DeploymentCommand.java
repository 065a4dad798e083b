package io.mercato.domain.deployer;

/** What the lifecycle wants done: a step in the cloud, or something to tell the world. */
public sealed interface DeploymentCommand permits Step, Announcement {}
