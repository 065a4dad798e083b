package io.mercato.domain.cassetto;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which parts an SVG may be made of: shapes, text, gradients, filters and pictures inside it. Whatever could run, load
 * something from elsewhere or lead away is named, so that the file can be refused.
 */
public final class SvgRules {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    /** Attributes of these namespaces, and of none, mean something to who draws. */
    private static final Set<String> MEANT =
            Set.of("", SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace");

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "view",
            "title",
            "desc",
            "metadata",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "image",
            "marker",
            "text",
            "tspan",
            "textpath",
            "clippath",
            "mask",
            "pattern",
            "lineargradient",
            "radialgradient",
            "meshgradient",
            "meshrow",
            "meshpatch",
            "stop",
            "solidcolor",
            "filter",
            "feblend",
            "fecolormatrix",
            "fecomponenttransfer",
            "fecomposite",
            "feconvolvematrix",
            "fediffuselighting",
            "fedisplacementmap",
            "fedistantlight",
            "fedropshadow",
            "feflood",
            "fefunca",
            "fefuncb",
            "fefuncg",
            "fefuncr",
            "fegaussianblur",
            "femerge",
            "femergenode",
            "femorphology",
            "feoffset",
            "fepointlight",
            "fespecularlighting",
            "fespotlight",
            "fetile",
            "feturbulence");
    private static final Set<String> REFERENCES = Set.of("href", "src");
    private static final Pattern WITHIN = Pattern.compile("\\s*(#[^\\s\"'<>]*)?\\s*");
    private static final Pattern PICTURE =
            Pattern.compile("\\s*data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("url\\s*+\\(\\s*+['\"]?+\\s*+(?!#)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTIVE_STYLE = Pattern.compile(
            "@import|@font-face|expression\\s*\\(|javascript:|-moz-binding|behavior\\s*:|\\\\",
            Pattern.CASE_INSENSITIVE);

    private SvgRules() {}

    /** Whether the outermost element makes the document an SVG. */
    public static boolean isSvg(String namespace, String element) {
        return element.equals("svg") && (namespace.equals(SVG) || namespace.isEmpty());
    }

    /** What is wrong with an element. Those of editors' own namespaces draw nothing and do nothing. */
    public static Optional<String> ofElement(String namespace, String element) {
        String name = element.toLowerCase(Locale.ROOT);
        boolean drawn = namespace.isEmpty() || namespace.equals(SVG);
        boolean wrong = namespace.equals(XHTML) || drawn && !ELEMENTS.contains(name);
        return wrong ? Optional.of("element " + element) : Optional.empty();
    }

    /** What is wrong with an attribute. Those of editors' own namespaces may say what they like. */
    public static Optional<String> ofAttribute(String element, String namespace, String attribute, String value) {
        if (!MEANT.contains(namespace)) {
            return Optional.empty();
        }
        String name = attribute.toLowerCase(Locale.ROOT);
        if (name.startsWith("on")) {
            return Optional.of("event handler " + attribute);
        }
        if (name.equals("base")) {
            return Optional.of("attribute base");
        }
        if (REFERENCES.contains(name) && !isWithin(element, value)) {
            return Optional.of("external reference in " + attribute);
        }
        return ofStyle(value).map(problem -> problem + " in " + attribute);
    }

    /** What is wrong with a style sheet, or with a value that could be one. */
    public static Optional<String> ofStyle(String css) {
        if (ELSEWHERE.matcher(css).find()) {
            return Optional.of("external reference");
        }
        return ACTIVE_STYLE.matcher(css).find() ? Optional.of("active style") : Optional.empty();
    }

    private static boolean isWithin(String element, String value) {
        boolean picture = element.equalsIgnoreCase("image") || element.equalsIgnoreCase("feImage");
        return WITHIN.matcher(value).matches()
                || picture && PICTURE.matcher(value).matches();
    }
}
