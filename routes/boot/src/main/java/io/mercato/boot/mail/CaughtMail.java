package io.mercato.boot.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** A mail that was caught, taken apart for reading. Text or HTML is missing when the mail has no such part. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaughtMail(String id, String from, List<String> to, String subject, Instant date, String text, String html) {}
