package io.mercato.rest;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is written for people.
 *
 * @param languages that it is written in, as {@code en}: of those that a visitor's browser prefers the first one of these
 *     counts
 */
@ConfigurationProperties("mercato.texts")
public record TextProperties(@DefaultValue({"en", "it"}) List<String> languages) {}
