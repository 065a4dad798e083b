/** Messages of the deployer. */
@NullMarked
package io.mercato.domain.deployer.message;

import org.jspecify.annotations.NullMarked;
