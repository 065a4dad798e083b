/** The owner of a platform that starts empty. */
package io.mercato.boot.owner;
