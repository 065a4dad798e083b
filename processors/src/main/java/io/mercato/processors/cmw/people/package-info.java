/** Stores of users, companies and tokens of login. */
package io.mercato.processors.cmw.people;
