/** What all stores share. */
package io.mercato.processors.sql;
