/** How connectors describe themselves: what each is called, and what it must be told. */
@NullMarked
package io.mercato.processors.connector;

import org.jspecify.annotations.NullMarked;
