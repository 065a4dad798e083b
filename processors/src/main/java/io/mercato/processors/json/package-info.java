/** JSON as the platform reads and writes it. */
package io.mercato.processors.json;
