/** {@code /deadLetter}: messages that failed for good. */
package io.mercato.rest.deadletter;
