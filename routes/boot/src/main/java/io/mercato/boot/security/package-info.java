/** The gate: who is it, and is he who he says. What he may do is decided by each operation. */
package io.mercato.boot.security;
