/** The connector to S3 and to whatever speaks its API: puts, gets, lists and deletes the objects of one bucket. */
@NullMarked
package io.mercato.connector.s3;

import org.jspecify.annotations.NullMarked;
