/** What the build writes into docs/: each document is rendered anew and has to be the committed one. */
package io.mercato.boot.docs;
