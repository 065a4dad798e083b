package io.mercato.processors.cassetto;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cassetto.FileFacts;
import io.mercato.domain.cassetto.FileFacts.Archive;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.FileLimits.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectorTest {
    private static final Bounds BOUNDS = new Bounds(40_000_000, 10_000_000, 100, 100, 2);

    @TempDir
    private Path folder;

    private final FileInspector inspector = new FileInspector(new SvgReader(), new ArchiveReader(), new ImageFiles());

    private FileFacts inspect(byte[] content) throws IOException {
        return inspector.inspect(Files.write(folder.resolve("logo.png"), content), BOUNDS);
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif", "webp, image/webp"})
    void an_image_is_known_by_its_bytes_and_measured_by_its_header(String format, String type) throws IOException {
        FileFacts facts = inspect(SampleFiles.image(format, 300, 200));

        assertThat(facts.type()).isEqualTo(type);
        assertThat(facts.image()).isEqualTo(new Image(300, 200));
    }

    @Test
    void a_bomb_is_measured_without_being_unpacked() throws IOException {
        assertThat(inspect(SampleFiles.pngBomb(60_000, 60_000)).image()).isEqualTo(new Image(60_000, 60_000));
    }

    @Test
    void an_image_that_is_only_its_first_bytes_has_no_size() throws IOException {
        byte[] torn = java.util.Arrays.copyOf(SampleFiles.png(10, 10), 12);

        assertThat(inspect(torn).type()).isEqualTo("image/png");
        assertThat(inspect(torn).image()).isNull();
    }

    @Test
    void a_name_makes_nothing_a_picture() throws IOException {
        assertThat(inspect(SampleFiles.program()).type()).isEqualTo("application/x-msdownload");
        assertThat(inspect(SampleFiles.pdf()).type()).isEqualTo("application/pdf");
        assertThat(inspect(SampleFiles.text("just words")).type()).isEqualTo("text/plain");
        assertThat(inspect(SampleFiles.text("#!/bin/sh\nrm -rf /\n")).type()).isEqualTo("application/x-sh");
        assertThat(inspect(SampleFiles.text("<!DOCTYPE html><html><body>hi</body></html>"))
                        .type())
                .isIn("text/html", "application/xhtml+xml");
    }

    @Test
    void a_still_svg_has_no_problems() throws IOException {
        FileFacts facts = inspect(
                SampleFiles.svg(
                        "<style>.a { fill: url(#b) }</style><g id='b'><path d='M0 0h9' style='fill:#fff'/></g><use href='#b'/>"));

        assertThat(facts.type()).isEqualTo("image/svg+xml");
        assertThat(facts.svgProblems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script> | element script",
                "<g onload='alert(1)'/> | event handler onload",
                "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject> | element foreignObject",
                "<image href='https://x.example/a.png'/> | external reference in href",
                "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='//x.example/a'/> | external reference in href",
                "<style>@import url(https://x.example/a.css);</style> | external reference",
                "<style><![CDATA[@import 'https://x.example/a.css';]]></style> | active style",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script> | element script",
                "<?xml-stylesheet href='https://x.example/a.css'?> | processing instruction xml-stylesheet",
                "<a href='&#106;avascript:alert(1)'/> | element a",
                "<g> | malformed XML"
            })
    void what_is_more_than_a_picture_is_found(String inside, String problem) throws IOException {
        assertThat(inspect(SampleFiles.svg(inside)).svgProblems()).first().isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>",
                "<!DOCTYPE svg SYSTEM 'http://127.0.0.1:1/evil.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void definitions_of_its_own_are_found_and_not_followed(String svg) throws IOException {
        FileFacts facts = inspect(SampleFiles.text(svg));

        assertThat(facts.type()).isEqualTo("image/svg+xml");
        assertThat(facts.svgProblems()).contains("doctype");
    }

    @Test
    void an_svg_that_names_an_entity_that_nobody_defines_is_refused() throws IOException {
        assertThat(inspect(SampleFiles.svg("<text>&nothing;</text>")).svgProblems())
                .isNotEmpty();
    }

    @Test
    void an_archive_is_counted_with_the_archives_in_it() throws IOException {
        byte[] inner = SampleFiles.zip(SampleFiles.text("one"), SampleFiles.text("two"));
        FileFacts facts = inspect(SampleFiles.zip(inner, SampleFiles.text("three")));

        assertThat(facts.type()).isEqualTo("application/zip");
        assertThat(facts.archive().entries()).isEqualTo(4);
        assertThat(facts.archive().depth()).isEqualTo(2);
        assertThat(facts.archive().unpacked()).isGreaterThanOrEqualTo(11);
    }

    @Test
    void counting_a_bomb_ends_early() throws IOException {
        byte[] bomb = SampleFiles.zipBomb(50_000_000);
        Archive archive = inspect(bomb).archive();

        assertThat(archive.unpacked())
                .isGreaterThan(BOUNDS.unpackedFor(bomb.length))
                .isLessThan(BOUNDS.unpackedFor(bomb.length) + 1_000_000);
    }

    @Test
    void a_bomb_inside_an_archive_is_counted_too() throws IOException {
        byte[] bomb = SampleFiles.zip(SampleFiles.zipBomb(50_000_000));

        assertThat(inspect(bomb).archive().unpacked()).isGreaterThan(BOUNDS.unpackedFor(bomb.length));
    }

    @Test
    void archives_within_archives_are_followed_one_level_too_far_only() throws IOException {
        byte[] deep = SampleFiles.text("treasure");
        for (int i = 0; i < 6; i++) {
            deep = SampleFiles.zip(deep);
        }

        assertThat(inspect(deep).archive().depth()).isEqualTo(BOUNDS.depth() + 1);
    }

    @Test
    void an_archive_that_is_torn_cannot_be_read() throws IOException {
        byte[] whole = SampleFiles.zip(SampleFiles.noise(10_000, 1));

        assertThat(inspect(java.util.Arrays.copyOf(whole, 5_000)).archive()).isNull();
    }

    @Test
    void digests_are_those_of_the_bytes() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Digests.of(file).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digests.of(file).sha512())
                .startsWith("ddaf35a193617abacc417349ae204131")
                .hasSize(128);
    }
}
