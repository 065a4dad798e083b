package io.mercato.processors.cmw.mail;

import io.mercato.domain.notifier.Email;
import io.mercato.processors.sql.Rows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells in the panel what an e-mail tells, in one sentence in the user's language, within the same transaction. E-mails
 * that have no sentence in {@code cmw/notices_<language>.properties} are e-mails only.
 */
@Component
public class PanelNotices {
    private static final String STANDARD = "en";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Properties> sentences = Map.of(STANDARD, read(STANDARD), "it", read("it"));

    public PanelNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param about what it tells about, as {@code subscription/7} */
    public void tell(int user, Email email, String about) {
        String template = email.templateName();
        if (sentence(STANDARD, template) == null) {
            return;
        }
        String language = jdbc.sql("select language from cmw.\"user\" where id = ?")
                .param(user)
                .query(String.class)
                .single();
        jdbc.sql("insert into cmw.notification (message, user_id, about, start_at) values (?, ?, ?, ?)")
                .params(filled(sentence(language, template), email.model()), user, about, Rows.at(clock.instant()))
                .update();
    }

    private String sentence(String language, String template) {
        Properties texts = sentences.getOrDefault(language, sentences.get(STANDARD));
        return texts.getProperty(template, sentences.get(STANDARD).getProperty(template));
    }

    private static String filled(String sentence, Map<String, Object> values) {
        return PLACE.matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(text(values.get(place.group(1)))));
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> money) {
            return money.get("amount") + " " + money.get("currency");
        }
        return String.valueOf(value).replaceFirst("T\\d\\d:\\d\\d.*Z$", "");
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                new ClassPathResource("cmw/notices_" + language + ".properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("The sentences of the panel cannot be read", e);
        }
    }
}
