/**
 * The platform as a process of its own, as its users have it: started, ended, killed and started again on the same data,
 * with whatever a test needs around it.
 */
package io.mercato.boot.harness;
