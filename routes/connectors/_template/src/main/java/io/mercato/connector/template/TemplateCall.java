package io.mercato.connector.template;

/**
 * One call of the outside system: the body of {@code direct:ticket-template-call}.
 *
 * @param path behind the endpoint, with its query, encoded
 * @param body JSON; empty for none
 */
public record TemplateCall(String method, String path, String body) {

    static TemplateCall get(String path) {
        return new TemplateCall("GET", path, "");
    }

    static TemplateCall post(String path, String body) {
        return new TemplateCall("POST", path, body);
    }
}
