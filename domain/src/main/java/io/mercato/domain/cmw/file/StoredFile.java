package io.mercato.domain.cmw.file;

import io.mercato.domain.cassetto.message.StoredObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a product, a company or a user. Its bytes never change; what is said about them may.
 *
 * @param id null until it is stored
 * @param ownerCompanyId the company that it belongs to; null for one that an administrator has not given to a product yet
 * @param ownerUserId who sent it
 * @param productId the product that it is shown with
 * @param digest the content's name with cassetto
 * @param name digest and extension: the content's address
 * @param originalFilename what its sender called it
 * @param title in the reader's language
 * @param alt what it shows, for who does not see it; in the reader's language
 * @param tag its sender's word for what it is; {@value #LOGO} and {@value #PRIVATE} mean something
 * @param weight the heavier, the further ahead
 */
public record StoredFile(
        @Nullable Integer id,
        FileKind kind,
        @Nullable Integer ownerCompanyId,
        @Nullable Integer ownerUserId,
        @Nullable Integer productId,
        String digest,
        String sha512,
        String name,
        String type,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String originalFilename,
        @Nullable String title,
        @Nullable String alt,
        @Nullable String tag,
        int weight,
        @Nullable Instant loadDate) {

    /** Tag of the image that is a product's logo; the others are its screenshots. */
    public static final String LOGO = "logo";
    /** Tag of a product's file that only those get who have bought the product. */
    public static final String PRIVATE = "private";

    /** One that has just been uploaded. */
    public static StoredFile uploaded(
            FileKind kind, @Nullable Integer company, int user, StoredObject object, @Nullable String tag, int weight) {
        return new StoredFile(
                null,
                kind,
                company,
                user,
                null,
                object.digest(),
                object.sha512(),
                object.name(),
                object.type(),
                object.size(),
                object.width(),
                object.height(),
                object.fileName(),
                null,
                null,
                tag,
                weight,
                null);
    }

    /** What somebody says about a file; the rest of it stays as it is. */
    public static StoredFile described(
            @Nullable Integer product, @Nullable String title, @Nullable String alt, @Nullable String tag, int weight) {
        return new StoredFile(
                null,
                FileKind.PRODUCT_FILE,
                null,
                null,
                product,
                "",
                "",
                "",
                "",
                0,
                null,
                null,
                "",
                title,
                alt,
                tag,
                weight,
                null);
    }

    /** Whether a product shows it to the same people at the same place. */
    public boolean standsAs(StoredFile other) {
        return Objects.equals(productId, other.productId) && Objects.equals(tag, other.tag) && weight == other.weight;
    }

    /** Its name to others; of one that is stored. */
    public FileReference reference() {
        return new FileReference(kind, Objects.requireNonNull(id));
    }

    /** Whether only those get it who have bought the product. */
    public boolean isPrivate() {
        return kind == FileKind.PRODUCT_FILE && PRIVATE.equalsIgnoreCase(tag);
    }

    /** Path of its bytes on this platform: by their content where everybody may have them, so that caches keep them. */
    public String path() {
        boolean byName = kind.isOfProducts() && !isPrivate();
        return "/api/" + kind.resource() + (byName ? "/static/" + name : "/" + id + "/static");
    }
}
