package io.mercato.processors.cassetto;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, and as those do who mean ill. */
public final class SampleFiles {
    public static final Color TOP_LEFT = Color.RED;
    public static final Color TOP_RIGHT = Color.GREEN;
    public static final Color BOTTOM_LEFT = Color.BLUE;
    public static final Color BOTTOM_RIGHT = Color.YELLOW;

    private SampleFiles() {}

    /** An image with a quarter of each colour. */
    public static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        fill(canvas, TOP_LEFT, 0, 0, width, height);
        fill(canvas, TOP_RIGHT, width / 2, 0, width, height);
        fill(canvas, BOTTOM_LEFT, 0, height / 2, width, height);
        fill(canvas, BOTTOM_RIGHT, width / 2, height / 2, width, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("No writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Graphics2D canvas, Color colour, int x, int y, int width, int height) {
        canvas.setColor(colour);
        canvas.fillRect(x, y, width, height);
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    /** Some dozens of bytes that say that they are an image of this size. */
    public static byte[] pngBomb(int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream ihdr = new DataOutputStream(header);
            ihdr.write("IHDR".getBytes(StandardCharsets.US_ASCII));
            ihdr.writeInt(width);
            ihdr.writeInt(height);
            ihdr.write(new byte[] {8, 2, 0, 0, 0});
            CRC32 crc = new CRC32();
            crc.update(header.toByteArray());
            out.writeInt(13);
            out.write(header.toByteArray());
            out.writeInt((int) crc.getValue());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose EXIF says how its pixels lie. */
    public static byte[] jpeg(int width, int height, int orientation) {
        return jpeg(width, height, orientation, "");
    }

    /** As above, with something else in its EXIF, and the same as XMP, as IPTC, as a comment and behind its end. */
    public static byte[] jpeg(int width, int height, int orientation, String more) {
        byte[] tiff = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        byte[] plain = image("jpg", width, height);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        segment(bytes, 0xe1, joined(text("Exif\0\0"), tiff, text(more)));
        if (!more.isEmpty()) {
            segment(bytes, 0xe1, text("http://ns.adobe.com/xap/1.0/\0" + more));
            segment(bytes, 0xed, text("Photoshop 3.0\0" + more));
            segment(bytes, 0xe2, text("MPF\0" + more));
            segment(bytes, 0xfe, text(more));
        }
        bytes.write(plain, 2, plain.length - 2);
        bytes.writeBytes(text(more));
        return bytes.toByteArray();
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        jpeg.writeBytes(content);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] svg(String inside) {
        return text("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">" + inside + "</svg>");
    }

    public static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** What Windows runs. */
    public static byte[] program() {
        byte[] bytes = new byte[512];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3c] = (byte) 0x80;
        bytes[0x80] = 'P';
        bytes[0x81] = 'E';
        return bytes;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(byte[]... contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < contents.length; i++) {
                zip.putNextEntry(new ZipEntry("file" + i));
                zip.write(contents[i]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive of this many zeroes, a thousand times smaller than they are. */
    public static byte[] zipBomb(int zeroes) {
        return zip(new byte[zeroes]);
    }

    /** Bytes that nothing makes smaller. */
    public static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new java.util.Random(seed).nextBytes(bytes);
        return Arrays.copyOf(bytes, size);
    }
}
