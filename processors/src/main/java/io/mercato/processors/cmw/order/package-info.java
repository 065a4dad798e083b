/** Orders and what they are decided by. */
package io.mercato.processors.cmw.order;
