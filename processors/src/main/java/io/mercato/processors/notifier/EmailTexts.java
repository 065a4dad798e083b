package io.mercato.processors.notifier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of one language. {@code {name}} in a sentence is the model's value of that name, {@code {name:date}} is
 * it as a date; money is written as the language writes it. A sentence or a value that is missing is an error.
 */
final class EmailTexts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(:date)?}");

    private final Locale locale;
    private final Properties sentences;
    private final DateTimeFormatter dates;
    /** Copied for each use: a format keeps what it is about to write. */
    private final NumberFormat money;

    private EmailTexts(Locale locale, Properties sentences) {
        this.locale = locale;
        this.sentences = sentences;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.money = NumberFormat.getCurrencyInstance(locale);
    }

    static EmailTexts of(String language) {
        String file = "/notifier/texts_" + language + ".properties";
        Properties sentences = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(EmailTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new EmailTexts(Locale.forLanguageTag(language), sentences);
    }

    Locale locale() {
        return locale;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** The sentence as it stands in the file. */
    String raw(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("There is no text " + key + " in " + locale);
        }
        return sentence;
    }

    String sentence(String key, Map<String, Object> model) {
        Matcher matcher = PLACEHOLDER.matcher(raw(key));
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = model.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The text " + key + " needs " + matcher.group(1));
            }
            String words = matcher.group(2) == null ? format(value) : date(value.toString());
            matcher.appendReplacement(filled, Matcher.quoteReplacement(words));
        }
        return matcher.appendTail(filled).toString();
    }

    /** Money as the language writes it, a number without grouping, everything else as it is. */
    String format(Object value) {
        if (value instanceof Map<?, ?> sum && sum.containsKey("amount") && sum.containsKey("currency")) {
            NumberFormat format = (NumberFormat) money.clone();
            format.setCurrency(Currency.getInstance(sum.get("currency").toString()));
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(4);
            return format.format(new BigDecimal(sum.get("amount").toString()));
        }
        return value.toString();
    }

    /** Day and minute of a time in ISO 8601, in UTC. */
    String moment(String instant) {
        return date(instant) + ", "
                + Instant.parse(instant).atZone(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("HH:mm")) + " UTC";
    }

    /** The day of a time in ISO 8601, in UTC. */
    String date(String instant) {
        return dates.format(Instant.parse(instant).atZone(ZoneOffset.UTC));
    }
}
