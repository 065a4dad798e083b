/** SSH and SFTP on every machine's address, by one server. */
package io.mercato.simulator.machine.ssh;
