/**
 * The program: main class, embedded defaults, supervision of the child processes, the gate.
 *
 * <p>It depends on every other room, and no other room depends on it.
 */
package io.mercato.boot;
