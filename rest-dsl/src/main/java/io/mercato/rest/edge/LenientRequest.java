package io.mercato.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A body without a type, or of one that is JSON with another name, is JSON; what the client accepts is a wish only. */
class LenientRequest extends HttpServletRequestWrapper {
    private static final String ANYTHING_ELSE = "*/*;q=0.01";

    LenientRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContentType() {
        String type = super.getContentType();
        boolean json =
                type == null || type.isBlank() || type.split(";", 2)[0].strip().endsWith("+json");
        return json ? MediaType.APPLICATION_JSON_VALUE : type;
    }

    @Override
    public String getHeader(String name) {
        if (HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)) {
            return getContentType();
        }
        String value = super.getHeader(name);
        return value != null && HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? wish(value) : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        boolean ours = HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) || HttpHeaders.ACCEPT.equalsIgnoreCase(name);
        if (!ours) {
            return super.getHeaders(name);
        }
        String value = getHeader(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    /** One that cannot be read is no wish at all. */
    private String wish(String first) {
        String all = String.join(", ", Collections.list(super.getHeaders(HttpHeaders.ACCEPT)));
        try {
            MediaType.parseMediaTypes(all);
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            return MediaType.ALL_VALUE;
        }
        return first.isBlank() ? MediaType.ALL_VALUE : all + ", " + ANYTHING_ELSE;
    }
}
