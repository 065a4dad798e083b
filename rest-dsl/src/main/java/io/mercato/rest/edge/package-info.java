/** What every call of the REST face passes before it reaches its operation. */
package io.mercato.rest.edge;
