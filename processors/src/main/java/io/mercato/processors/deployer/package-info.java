/** The deployer's stores, and its translators between deployments and clouds. Tables: schema {@code deployer}. */
package io.mercato.processors.deployer;
