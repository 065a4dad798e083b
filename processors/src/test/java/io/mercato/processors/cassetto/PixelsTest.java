package io.mercato.processors.cassetto;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cassetto.Orientation;
import io.mercato.domain.cassetto.ThumbnailPlan.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
    private static final Map<String, Color> COLOURS = Map.of(
            "red", SampleFiles.TOP_LEFT,
            "green", SampleFiles.TOP_RIGHT,
            "blue", SampleFiles.BOTTOM_LEFT,
            "yellow", SampleFiles.BOTTOM_RIGHT);

    @TempDir
    private Path folder;

    private static String colour(BufferedImage image, int x, int y) {
        Color seen = new Color(image.getRGB(x, y));
        return COLOURS.entrySet().stream()
                .filter(entry -> distance(entry.getValue(), seen) < 120)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(seen.toString());
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    private static BufferedImage decode(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    /** Corners clockwise from the top left, of pixels that lie red, green, yellow, blue. */
    @ParameterizedTest
    @CsvSource({
        "1, red, green, yellow, blue, 40, 20",
        "2, green, red, blue, yellow, 40, 20",
        "3, yellow, blue, red, green, 40, 20",
        "4, blue, yellow, green, red, 40, 20",
        "5, red, blue, yellow, green, 20, 40",
        "6, blue, red, green, yellow, 20, 40",
        "7, yellow, green, red, blue, 20, 40",
        "8, green, yellow, blue, red, 20, 40"
    })
    void a_photograph_is_set_upright(int exif, String a, String b, String c, String d, int width, int height)
            throws IOException {
        Path file = Files.write(folder.resolve("photo"), SampleFiles.jpeg(40, 20, exif));
        Orientation orientation = new ImageFiles().orientation(file, "image/jpeg");

        BufferedImage upright = Pixels.upright(new ImageFiles().read(file, "image/jpeg", 1), orientation);

        assertThat(orientation).isEqualTo(Orientation.of(exif));
        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        assertThat(colour(upright, 2, 2)).isEqualTo(a);
        assertThat(colour(upright, width - 3, 2)).isEqualTo(b);
        assertThat(colour(upright, width - 3, height - 3)).isEqualTo(c);
        assertThat(colour(upright, 2, height - 3)).isEqualTo(d);
    }

    @Test
    void an_image_without_exif_stands_upright() throws IOException {
        Path jpeg = Files.write(folder.resolve("a"), SampleFiles.image("jpg", 4, 4));
        Path png = Files.write(folder.resolve("b"), SampleFiles.png(4, 4));

        assertThat(new ImageFiles().orientation(jpeg, "image/jpeg")).isEqualTo(Orientation.TOP_LEFT);
        assertThat(new ImageFiles().orientation(png, "image/png")).isEqualTo(Orientation.TOP_LEFT);
    }

    @Test
    void a_smaller_image_shows_the_same_as_webp() throws IOException {
        BufferedImage image = decode(SampleFiles.png(1000, 600));
        Path file = folder.resolve("small.webp");

        Pixels.writeWebp(Pixels.scale(image, new Size(160, 96)), file, 80);

        BufferedImage small = new ImageFiles().read(file, "image/webp", 1);
        assertThat(small.getWidth()).isEqualTo(160);
        assertThat(small.getHeight()).isEqualTo(96);
        assertThat(colour(small, 20, 20)).isEqualTo("red");
        assertThat(colour(small, 140, 20)).isEqualTo("green");
        assertThat(colour(small, 20, 80)).isEqualTo("blue");
        assertThat(colour(small, 140, 80)).isEqualTo("yellow");
        assertThat(Files.size(file)).isLessThan(10_000);
    }

    @Test
    void what_is_transparent_stays_so() throws IOException {
        BufferedImage clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        Path file = folder.resolve("clear.webp");

        Pixels.writeWebp(Pixels.scale(clear, new Size(100, 100)), file, 80);

        assertThat(new ImageFiles().read(file, "image/webp", 1).getRGB(50, 50) >>> 24)
                .isZero();
    }

    @Test
    void every_third_pixel_makes_a_third_of_the_image() throws IOException {
        Path file = Files.write(folder.resolve("large"), SampleFiles.png(900, 300));

        BufferedImage thin = new ImageFiles().read(file, "image/png", 3);

        assertThat(thin.getWidth()).isEqualTo(300);
        assertThat(colour(thin, 290, 90)).isEqualTo("yellow");
    }
}
