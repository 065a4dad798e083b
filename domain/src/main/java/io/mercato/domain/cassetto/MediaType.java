package io.mercato.domain.cassetto;

import java.util.Map;
import java.util.Set;

/** What the platform knows of media types. */
public final class MediaType {
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String GIF = "image/gif";
    public static final String WEBP = "image/webp";
    public static final String SVG = "image/svg+xml";
    public static final String ZIP = "application/zip";
    public static final String PDF = "application/pdf";
    public static final String TEXT = "text/plain";

    private static final Set<String> RASTERS = Set.of(PNG, JPEG, GIF, WEBP);
    private static final Map<String, String> EXTENSIONS = Map.of(
            PNG, "png",
            JPEG, "jpg",
            GIF, "gif",
            WEBP, "webp",
            SVG, "svg",
            ZIP, "zip",
            PDF, "pdf",
            TEXT, "txt");

    private MediaType() {}

    /** Whether it is made of pixels. */
    public static boolean isRaster(String type) {
        return RASTERS.contains(type);
    }

    /** Whether a browser may show it in its own window; everything else is saved. */
    public static boolean isShown(String type) {
        return isRaster(type) || type.equals(SVG) || type.equals(PDF);
    }

    /** The usual extension, {@code bin} where the platform knows none. */
    public static String extension(String type) {
        return EXTENSIONS.getOrDefault(type, "bin");
    }
}
