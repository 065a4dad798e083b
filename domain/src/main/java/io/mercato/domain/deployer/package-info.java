/** What the deployer knows: the lifecycle of a deployment and its steps. */
@NullMarked
package io.mercato.domain.deployer;

import org.jspecify.annotations.NullMarked;
