/** The REST face: what an operation is, and how a call is taken in and answered. */
package io.mercato.rest;
