package io.mercato.processors.cassetto;

import static io.mercato.processors.cassetto.SampleFiles.joined;
import static io.mercato.processors.cassetto.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cassetto.Orientation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an image is not its picture is left out, and the picture stays as it was. */
class BareImageTest {
    private static final String SECRET = "GPS 45.4642 N";
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    @TempDir
    private Path folder;

    private final ImageFiles images = new ImageFiles();

    private byte[] bare(String format, byte[] image) {
        try {
            Path file = Files.write(folder.resolve("image"), image);
            images.bare(file, TYPES.get(format));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "webp"})
    void an_image_that_breaks_off_is_none(String format) throws IOException {
        byte[] whole = SampleFiles.image(format, 300, 200);
        for (int length : new int[] {whole.length / 3, whole.length / 2, whole.length - 2}) {
            Path file = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> images.bare(file, TYPES.get(format)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(TornImageException.class);
        }
    }

    /** The image with the secret wherever its format has room for one. */
    private static byte[] talkative(String format) {
        byte[] plain = SampleFiles.image(format, 40, 20);
        return switch (format) {
            case "jpg" -> SampleFiles.jpeg(40, 20, 1, SECRET);
            case "png" -> talkativePng(plain);
            case "gif" -> talkativeGif(plain);
            default -> talkativeWebp(plain);
        };
    }

    private static byte[] talkativePng(byte[] png) {
        int header = 8 + 25;
        return joined(
                Arrays.copyOf(png, header),
                chunk("eXIf", SECRET),
                chunk("tEXt", "Comment\0" + SECRET),
                chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
                chunk("prVt", SECRET),
                Arrays.copyOfRange(png, header, png.length),
                text(SECRET));
    }

    private static byte[] chunk(String type, String content) {
        byte[] body = text(type + content);
        CRC32 sum = new CRC32();
        sum.update(body);
        return joined(
                ByteBuffer.allocate(4).putInt(body.length - 4).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] talkativeGif(byte[] gif) {
        byte[] block = joined(new byte[] {(byte) SECRET.length()}, text(SECRET), new byte[] {0});
        int header = 13 + (gif[10] < 0 ? 3 << (gif[10] & 7) + 1 : 0);
        return joined(
                Arrays.copyOf(gif, header),
                new byte[] {0x21, (byte) 0xfe},
                block,
                new byte[] {0x21, (byte) 0xff, 11},
                text("XMP DataXMP"),
                block,
                Arrays.copyOfRange(gif, header, gif.length),
                text(SECRET));
    }

    private static byte[] talkativeWebp(byte[] webp) {
        byte[] features = {'V', 'P', '8', 'X', 10, 0, 0, 0, 0x0c, 0, 0, 0, 39, 0, 0, 19, 0, 0};
        byte[] all = joined(
                Arrays.copyOf(webp, 12),
                features,
                Arrays.copyOfRange(webp, 12, webp.length),
                riff("EXIF", SECRET),
                riff("XMP ", SECRET + "!"));
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
        return joined(all, text(SECRET));
    }

    private static byte[] riff(String type, String content) {
        return joined(
                text(type),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length())
                        .array(),
                text(content),
                new byte[content.length() % 2]);
    }

    private static int[] pixels(byte[] image) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "webp"})
    void what_is_not_the_picture_is_left_out(String format) throws IOException {
        byte[] talkative = talkative(format);

        byte[] bare = bare(format, talkative);

        assertThat(new String(talkative, StandardCharsets.ISO_8859_1)).contains(SECRET);
        assertThat(new String(bare, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "Exif", "EXIF", "XMP", "xap", "Comment");
        assertThat(pixels(bare)).isEqualTo(pixels(SampleFiles.image(format, 40, 20)));
        assertThat(bare(format, bare)).as("once is enough").isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "webp"})
    void a_picture_that_says_nothing_stays_as_it_is(String format) {
        byte[] plain = SampleFiles.image(format, 300, 200);

        assertThat(bare(format, plain)).isEqualTo(plain);
    }

    @Test
    void a_webp_promises_no_more_than_it_has() {
        byte[] bare = bare("webp", talkative("webp"));

        assertThat(bare[20]).as("features").isZero();
        assertThat(ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(bare.length - 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void how_the_pixels_of_a_photograph_lie_stays(int exif) throws IOException {
        Path file = Files.write(folder.resolve("photo"), bare("jpg", SampleFiles.jpeg(40, 20, exif, SECRET)));

        assertThat(images.orientation(file, "image/jpeg")).isEqualTo(Orientation.of(exif));
        assertThat(pixels(Files.readAllBytes(file))).isEqualTo(pixels(SampleFiles.image("jpg", 40, 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "webp"})
    void wherever_an_image_is_torn_there_is_all_of_its_picture_or_none(String format) {
        byte[] whole = talkative(format);
        byte[] picture = bare(format, whole);
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            try {
                assertThat(bare(format, torn)).as("%d bytes", length).isEqualTo(picture);
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(TornImageException.class);
            }
        }
    }
}
