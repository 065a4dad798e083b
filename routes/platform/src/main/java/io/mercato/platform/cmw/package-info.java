/** Routes of the core. Queues: deployer.accounts (out). Tables: schema cmw. */
package io.mercato.platform.cmw;
