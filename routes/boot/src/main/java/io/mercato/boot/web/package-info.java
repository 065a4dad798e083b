/** What every request and answer has in common. */
package io.mercato.boot.web;
