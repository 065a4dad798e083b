package io.mercato.processors.cassetto;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.MediaType;
import io.mercato.domain.cassetto.Orientation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/** Reads images, each with the pure-Java reader of its type. */
@Component
class ImageFiles {
    /** {@code Exif} and two zeroes stand before what is counted from. */
    private static final int EXIF_HEADER = 6;

    private static final List<String> READERS = List.of("com.sun.imageio.", "com.twelvemonkeys.imageio.");

    /** Size by the header, without drawing anything; null when there is no header of this type. */
    Image header(Path file, String type) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(type);
            try {
                reader.setInput(bytes, true, true);
                return new Image(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The first image of the file, every {@code step}-th pixel of it, as its pixels lie. */
    BufferedImage read(Path file, String type, int step) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(type);
            try {
                reader.setInput(bytes, true, true);
                ImageReadParam wanted = reader.getDefaultReadParam();
                wanted.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, wanted);
            } finally {
                reader.dispose();
            }
        }
    }

    /** How the pixels of a JPEG lie, by its EXIF; anything else stands upright. */
    Orientation orientation(Path file, String type) {
        if (!type.equals(MediaType.JPEG)) {
            return Orientation.TOP_LEFT;
        }
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(bytes, JPEG.APP1, "Exif");
            return exif.isEmpty() ? Orientation.TOP_LEFT : orientation(exif.get(0));
        } catch (IOException | RuntimeException e) {
            return Orientation.TOP_LEFT;
        }
    }

    /**
     * Takes out of an image whatever is not its picture (where it was taken, by which camera, by whom), without touching
     * a pixel; how its pixels lie stays. TornImageException when it breaks off before its end.
     */
    void bare(Path file, String type) throws IOException {
        byte[] image = Files.readAllBytes(file);
        byte[] bare = switch (type) {
            case MediaType.JPEG -> BareJpeg.of(image, orientation(file, type));
            case MediaType.PNG -> BarePng.of(image);
            case MediaType.WEBP -> BareWebp.of(image);
            case MediaType.GIF -> BareGif.of(image);
            default -> throw new IllegalArgumentException("No image of pixels: " + type);
        };
        Files.write(file, bare);
    }

    private static Orientation orientation(JPEGSegment exif) throws IOException {
        byte[] segment = exif.segmentData().readAllBytes();
        InputStream data = new ByteArrayInputStream(segment, EXIF_HEADER, segment.length - EXIF_HEADER);
        try (ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
            Directory directory = new TIFFReader().read(tiff);
            Directory first = directory instanceof CompoundDirectory all ? all.getDirectory(0) : directory;
            Entry entry = first.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number
                    ? Orientation.of(number.intValue())
                    : Orientation.TOP_LEFT;
        }
    }

    private static ImageReader reader(String type) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (READERS.stream().anyMatch(reader.getClass().getName()::startsWith)) {
                return reader;
            }
        }
        throw new IOException("No reader of " + type);
    }
}
