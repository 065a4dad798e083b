/**
 * What holds for every operation of the REST face, however many there are: who may call it and sees what, that the names
 * are the contract's, that no input makes it fail. Each test reads a file of test resources that says what is to be, and
 * prints the lines that are missing in it.
 */
package io.mercato.boot.face;
