/** The REST face of users, companies, login and logout. */
package io.mercato.rest.cmw.people;
