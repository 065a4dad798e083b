package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.FileLimits;
import io.mercato.domain.cassetto.message.ObjectUse;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken, and how long what nobody holds is kept.
 *
 * @param storage name of the connector that keeps the bytes
 * @param productImage what is taken as a product's logo or screenshot
 * @param productFile the same as a product's file
 * @param companyLogo the same as a company's logo
 * @param userFile the same as a user's public file
 * @param maxPixels of an image
 * @param archive what an archive may become
 * @param thumbnailWidths in pixels; an image that is smaller has none
 * @param thumbnailQuality of WebP, 1 to 100
 * @param keepUnreferenced how long a content is kept that nobody holds; longer than the broker may be away
 * @param keepInbox how long a message that was dealt with is remembered; longer than the broker redelivers it
 */
@ConfigurationProperties("mercato.cassetto")
public record CassettoProperties(
        @DefaultValue("s3") String storage,
        @DefaultValue Taken productImage,
        @DefaultValue Taken productFile,
        @DefaultValue Taken companyLogo,
        @DefaultValue Taken userFile,
        @DefaultValue("40000000") long maxPixels,
        @DefaultValue Archive archive,
        @DefaultValue({"160", "320", "640", "1280"}) List<Integer> thumbnailWidths,
        @DefaultValue("80") int thumbnailQuality,
        @DefaultValue("7d") Duration keepUnreferenced,
        @DefaultValue("7d") Duration keepInbox) {

    /**
     * @param types media types, as they are found in the bytes
     * @param maxSize of the file
     */
    public record Taken(
            @DefaultValue({"image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml"})
            List<String> types,

            @DefaultValue("5MB") DataSize maxSize) {}

    /**
     * @param maxUnpacked bytes of all that is in it
     * @param maxRatio times that this may be larger than the archive
     * @param maxEntries files in it
     * @param maxDepth archives inside each other
     */
    public record Archive(
            @DefaultValue("500MB") DataSize maxUnpacked,
            @DefaultValue("100") int maxRatio,
            @DefaultValue("10000") int maxEntries,
            @DefaultValue("2") int maxDepth) {}

    /** What is taken for this use. */
    public FileLimits limits(ObjectUse use) {
        Taken taken = switch (use) {
            case PRODUCT_IMAGE -> productImage;
            case PRODUCT_FILE -> productFile;
            case COMPANY_LOGO -> companyLogo;
            case USER_FILE -> userFile;
        };
        return new FileLimits(taken.types(), taken.maxSize().toBytes(), bounds());
    }

    private FileLimits.Bounds bounds() {
        return new FileLimits.Bounds(
                maxPixels,
                archive.maxUnpacked().toBytes(),
                archive.maxRatio(),
                archive.maxEntries(),
                archive.maxDepth());
    }
}
