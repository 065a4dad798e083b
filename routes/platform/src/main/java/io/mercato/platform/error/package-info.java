/** What happens when a route fails. */
package io.mercato.platform.error;
