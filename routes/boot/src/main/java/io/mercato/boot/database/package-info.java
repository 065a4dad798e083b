/** PostgreSQL: the embedded server, and the migrations of each module's schema. */
package io.mercato.boot.database;
