package io.mercato.processors.notifier;

import freemarker.cache.StrongCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.mercato.domain.notifier.EmailTemplate;
import io.mercato.domain.notifier.message.EmailRequested;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes an e-mail. One template says what stands in it, and is rendered twice: with the macros of the HTML layout,
 * where every value is escaped, and with those of the plain text. So the two never differ in what they tell. Templates
 * come with the program: each is read once.
 */
@Component
public class EmailRenderer {
    static final String FALLBACK = "en";
    static final List<String> LANGUAGES = List.of("en", "it");

    private final Map<String, EmailTexts> texts =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, EmailTexts::of));
    private final Configuration html = configuration(HTMLOutputFormat.INSTANCE, "layout/html.ftl");
    private final Configuration text = configuration(PlainTextOutputFormat.INSTANCE, "layout/text.ftl");

    public RenderedEmail render(EmailRequested request) {
        String template = EmailTemplate.named(request.template())
                .orElseThrow(() -> new IllegalArgumentException("There is no e-mail " + request.template()))
                .templateName();
        EmailTexts language = texts.getOrDefault(request.language(), texts.get(FALLBACK));
        EmailView view = new EmailView(request, template, language);
        return new RenderedEmail(view.subject(), write(text, template, view), write(html, template, view));
    }

    private static String write(Configuration configuration, String template, EmailView view) {
        Map<String, Object> root = new HashMap<>(view.model());
        root.put("view", view);
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate("templates/" + template + ".ftl").process(root, out);
        } catch (TemplateException e) {
            throw new IllegalArgumentException(
                    "The e-mail " + template + " cannot be written: " + e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the e-mail " + template, e);
        }
        return out.toString();
    }

    private static Configuration configuration(OutputFormat format, String layout) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(EmailRenderer.class, "/notifier");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(format);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.addAutoImport("mail", layout);
        return configuration;
    }
}
