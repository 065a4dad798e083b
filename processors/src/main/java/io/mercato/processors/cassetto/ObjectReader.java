package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.EntityTags;
import io.mercato.domain.cassetto.MediaType;
import io.mercato.domain.cassetto.ObjectKeys;
import io.mercato.domain.cassetto.ThumbnailPlan;
import io.mercato.domain.cassetto.message.ObjectRequest;
import io.mercato.domain.error.Errors;
import io.mercato.domain.storage.GetObject;
import io.mercato.domain.transfer.ByteRange;
import io.mercato.domain.transfer.Download;
import io.mercato.domain.transfer.Download.Caching;
import io.mercato.domain.transfer.Wanted;
import io.mercato.processors.cassetto.ObjectStore.KnownObject;
import io.mercato.processors.cassetto.ObjectStore.KnownThumbnail;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Chooses what answers a request for a content: the content, a smaller image of it, or nothing new. */
@Component
public class ObjectReader {
    private static final String WEBP = ".webp";

    private final ObjectStore store;
    private final CassettoProperties properties;

    public ObjectReader(ObjectStore store, CassettoProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /**
     * What is to be sent, but for the bytes.
     *
     * @param bytes on the storage
     * @param known whether the client has them already
     */
    public record Choice(GetObject bytes, Download download, boolean known) {}

    public Choice choose(ObjectRequest request) {
        KnownObject object =
                store.find(request.digest()).orElseThrow(() -> Errors.notFound("content", request.digest()));
        List<KnownThumbnail> thumbnails = request.width() == null ? List.of() : store.thumbnails(request.digest());
        Optional<KnownThumbnail> smaller = smaller(thumbnails, request.width());
        Choice choice = smaller.map(thumbnail -> thumbnail(request, thumbnail))
                .orElseGet(() -> whole(request, object, isPending(request, object, thumbnails)));
        return EntityTags.names(request.wanted().seen(), choice.download().tag())
                ? new Choice(choice.bytes(), choice.download(), true)
                : part(choice, request.wanted());
    }

    /** The same, of the part that the client wants. */
    private static Choice part(Choice choice, Wanted wanted) {
        Download whole = choice.download();
        ByteRange part = ByteRange.wanted(wanted, whole.tag(), whole.size()).orElse(null);
        return new Choice(new GetObject(choice.bytes().key(), part), whole.of(part), false);
    }

    /** The choice with its bytes. */
    public Download open(Choice choice, InputStream bytes) {
        return choice.download().with(bytes);
    }

    private static Optional<KnownThumbnail> smaller(List<KnownThumbnail> thumbnails, Integer wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        List<Integer> widths = thumbnails.stream().map(KnownThumbnail::width).toList();
        return ThumbnailPlan.best(widths, wanted)
                .flatMap(width -> thumbnails.stream()
                        .filter(thumbnail -> thumbnail.width() == width)
                        .findFirst());
    }

    /** Whether smaller images of it are still to come. */
    private boolean isPending(ObjectRequest request, KnownObject object, List<KnownThumbnail> thumbnails) {
        return request.width() != null
                && thumbnails.isEmpty()
                && MediaType.isRaster(object.type())
                && !ThumbnailPlan.of(object.width(), object.height(), properties.thumbnailWidths())
                        .isEmpty();
    }

    private static Choice thumbnail(ObjectRequest request, KnownThumbnail thumbnail) {
        String tag = request.digest() + "-" + thumbnail.width();
        Caching caching = request.open() ? Caching.FOR_EVER : Caching.PRIVATE;
        Download download = Download.inParts(MediaType.WEBP, thumbnail.size(), tag, request.fileName() + WEBP, caching);
        String key = ObjectKeys.thumbnail(request.digest(), thumbnail.width());
        return new Choice(GetObject.whole(key), download, false);
    }

    private static Choice whole(ObjectRequest request, KnownObject object, boolean pending) {
        Caching open = pending ? Caching.FOR_A_MOMENT : Caching.FOR_EVER;
        Download download = Download.inParts(
                object.type(),
                object.size(),
                object.digest(),
                request.fileName(),
                request.open() ? open : Caching.PRIVATE);
        return new Choice(GetObject.whole(ObjectKeys.object(object.digest())), download, false);
    }
}
