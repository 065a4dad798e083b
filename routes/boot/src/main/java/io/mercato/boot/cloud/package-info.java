/** The simulated cloud as a child process, for somebody who has no cloud. */
package io.mercato.boot.cloud;
