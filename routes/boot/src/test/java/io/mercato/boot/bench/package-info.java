/** The benchmark of the whole platform: {@code mvn -Pbench verify}. Nothing here is part of the tests. */
package io.mercato.boot.bench;
