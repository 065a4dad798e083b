/** Users, companies, login and logout. */
package io.mercato.platform.cmw.people;
