package io.mercato.domain.cassetto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgRulesTest {
    private static final String SVG = "http://www.w3.org/2000/svg";

    @ParameterizedTest
    @ValueSource(strings = {"svg", "g", "path", "linearGradient", "feGaussianBlur", "use", "text", "style", "clipPath"})
    void what_draws_is_a_picture(String element) {
        assertThat(SvgRules.ofElement(SVG, element)).isEmpty();
        assertThat(SvgRules.ofElement("", element)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script",
                "SCRIPT",
                "foreignObject",
                "iframe",
                "embed",
                "object",
                "a",
                "animate",
                "set",
                "handler",
                "audio",
                "video",
                "listener",
                "discard",
                "mpath"
            })
    void what_runs_or_leads_away_is_none(String element) {
        assertThat(SvgRules.ofElement(SVG, element)).contains("element " + element);
        assertThat(SvgRules.ofElement("", element)).isPresent();
    }

    @Test
    void an_editors_own_notes_are_borne_but_no_html() {
        assertThat(SvgRules.ofElement("http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "namedview"))
                .isEmpty();
        assertThat(SvgRules.ofElement("http://www.w3.org/1999/xhtml", "p")).isPresent();
        assertThat(SvgRules.ofElement("http://www.w3.org/1999/xhtml", "script")).isPresent();
        assertThat(SvgRules.ofAttribute("g", "http://www.inkscape.org/namespaces/inkscape", "label", "C:\\logo"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"onload", "onclick", "ONERROR", "onbegin"})
    void event_handlers_are_named(String attribute) {
        assertThat(SvgRules.ofAttribute("svg", "", attribute, "x()")).contains("event handler " + attribute);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use   | #shape",
                "image | data:image/png;base64,iVBORw0KGgo=",
                "image | data:image/jpeg;base64,AAAA",
                "linearGradient | #other"
            })
    void a_reference_may_stay_within_the_file(String element, String value) {
        assertThat(SvgRules.ofAttribute(element, "", "href", value)).isEmpty();
        assertThat(SvgRules.ofAttribute(element, "http://www.w3.org/1999/xlink", "href", value))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image | https://tracker.example/pixel.png",
                "image | //tracker.example/pixel.png",
                "image | file:///etc/passwd",
                "image | data:image/svg+xml;base64,PHN2Zz4=",
                "image | data:text/html,x",
                "use   | data:image/png;base64,iVBORw0KGgo=",
                "use   | other.svg#shape",
                "g     | javascript:alert(1)",
                "g     | java&#10;script:alert(1)"
            })
    void a_reference_to_elsewhere_is_named(String element, String value) {
        assertThat(SvgRules.ofAttribute(element, "", "href", value)).contains("external reference in href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fill: url(https://x.example/a)",
                "fill: URL( 'https://x.example/a' )",
                "fill: url(\"//x.example/a\")",
                "background: url(data:image/svg+xml;base64,AA)",
                "@import 'https://x.example/a.css'",
                "@IMPORT url(#a)",
                "width: expression(alert(1))",
                "-moz-binding: url(#a)",
                "behavior: url(#a)",
                "x: javascript:alert(1)",
                "fill: \\75rl(https://x.example/a)",
                "@font-face { src: local(x) }"
            })
    void a_style_that_loads_or_runs_is_named(String css) {
        assertThat(SvgRules.ofStyle(css)).isPresent();
        assertThat(SvgRules.ofAttribute("g", "", "style", css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fill: url(#shade)",
                "fill:url( '#shade' )",
                ".a { fill: #fff; stroke-width: 2px }",
                "",
                "M0 0L10 10"
            })
    void a_style_that_only_looks_is_borne(String css) {
        assertThat(SvgRules.ofStyle(css)).isEmpty();
    }

    @Test
    void no_other_base_for_references() {
        assertThat(SvgRules.ofAttribute("svg", "http://www.w3.org/XML/1998/namespace", "base", "https://x.example/"))
                .isPresent();
    }

    @Test
    void a_document_is_an_svg_by_its_outermost_element() {
        assertThat(SvgRules.isSvg(SVG, "svg")).isTrue();
        assertThat(SvgRules.isSvg("", "svg")).isTrue();
        assertThat(SvgRules.isSvg("http://www.w3.org/1999/xhtml", "svg")).isFalse();
        assertThat(SvgRules.isSvg(SVG, "html")).isFalse();
    }
}
