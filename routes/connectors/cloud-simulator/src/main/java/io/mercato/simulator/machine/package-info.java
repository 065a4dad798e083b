/** The machines behind the API: disks, boot, what they answer on. */
package io.mercato.simulator.machine;
