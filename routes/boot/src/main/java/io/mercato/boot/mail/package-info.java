/** The mail catcher: an SMTP server that delivers to nobody, and a page that shows what it took. */
package io.mercato.boot.mail;
