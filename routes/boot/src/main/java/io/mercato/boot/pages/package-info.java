/** Pages for people who follow a link of an e-mail. */
package io.mercato.boot.pages;
