/** Child processes: started, watched, restarted and ended with the platform. */
package io.mercato.boot.process;
