/** The contract between the deployer and the cloud connectors: what a cloud is asked, and what it answers. */
@NullMarked
package io.mercato.domain.cloud;

import org.jspecify.annotations.NullMarked;
