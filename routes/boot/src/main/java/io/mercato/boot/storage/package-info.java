/** The object storage of somebody who has none: an S3 server over a folder. */
package io.mercato.boot.storage;
