package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.Orientation;
import io.mercato.domain.cassetto.ThumbnailPlan.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Turns, scales and writes images. */
final class Pixels {

    private Pixels() {}

    /** The image as it is meant to be seen. */
    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.TOP_LEFT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned =
                like(image, orientation.isSwapped() ? height : width, orientation.isSwapped() ? width : height);
        AffineTransform place = new AffineTransform();
        place.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        place.quadrantRotate(orientation.quarterTurns());
        place.scale(orientation.isMirrored() ? -1 : 1, 1);
        place.translate(-width / 2.0, -height / 2.0);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(image, place, null);
        canvas.dispose();
        return turned;
    }

    /** By halves, and then to the size: one large step would leave pixels out. */
    static BufferedImage scale(BufferedImage image, Size size) {
        BufferedImage scaled = image;
        while (scaled.getWidth() / 2 >= size.width() && scaled.getHeight() / 2 >= size.height()) {
            scaled = draw(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
        }
        return draw(scaled, size.width(), size.height());
    }

    /** @param quality 1 to 100 */
    static void writeWebp(BufferedImage image, Path file, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/webp").next();
        try (ImageOutputStream bytes = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionType("Lossy");
            wanted.setCompressionQuality(quality / 100f);
            writer.setOutput(bytes);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage draw(BufferedImage image, int width, int height) {
        BufferedImage drawn = like(image, width, height);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static BufferedImage like(BufferedImage image, int width, int height) {
        boolean clear = image.getColorModel().hasAlpha();
        return new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }
}
