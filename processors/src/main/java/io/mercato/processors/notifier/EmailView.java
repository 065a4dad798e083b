package io.mercato.processors.notifier;

import io.mercato.domain.notifier.BrandColour;
import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.EmailRequested.Brand;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a template may ask for beside the model: sentences, the brand, formatted values. Its names are used there. */
public final class EmailView {
    private final EmailRequested request;
    private final String template;
    private final EmailTexts texts;
    private final BrandColour colour;
    private final Map<String, Object> model;

    EmailView(EmailRequested request, String template, EmailTexts texts) {
        this.request = request;
        this.template = template;
        this.texts = texts;
        this.colour = BrandColour.ofOrDefault(request.brand().primaryColour());
        this.model = new HashMap<>(request.model());
        model.put("marketplace", request.brand().marketplace());
        model.put("recipient", request.to().name());
    }

    Map<String, Object> model() {
        return model;
    }

    public String subject() {
        return sentence("subject");
    }

    /** The template's own sentence of this name. */
    public String sentence(String key) {
        return texts.sentence(template + "." + key, model);
    }

    /** A sentence that all templates share. */
    public String common(String key) {
        return texts.sentence("common." + key, model);
    }

    public String format(Object value) {
        return texts.format(value);
    }

    public String date(String instant) {
        return texts.date(instant);
    }

    public String moment(String instant) {
        return texts.moment(instant);
    }

    /** What an address of this category is called, as {@code APP}; empty for none. */
    public String endpoint(String category) {
        String key = "endpoint-" + category.toLowerCase(Locale.ROOT).replace('_', '-');
        return common(texts.keys().contains("common." + key) ? key : "endpoint");
    }

    /** The address itself when it is http or https; anything else must not stand behind a button. */
    public String link(String url) {
        String scheme = URI.create(url).getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("Not an address for a link in " + template);
        }
        return url;
    }

    public String greeting() {
        return request.to().name().isBlank() ? common("greeting-nobody") : common("greeting");
    }

    public String getLanguage() {
        return texts.locale().getLanguage();
    }

    public Brand getBrand() {
        return request.brand();
    }

    public String getColour() {
        return colour.hex();
    }

    public String getTextColour() {
        return colour.textOn();
    }
}
