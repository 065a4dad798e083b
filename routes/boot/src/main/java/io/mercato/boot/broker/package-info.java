/** The broker: the embedded one, and the connections to whichever one there is. */
package io.mercato.boot.broker;
