/** E-mails of the core. */
package io.mercato.processors.cmw.mail;
