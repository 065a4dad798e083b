package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.MakeThumbnails;
import io.mercato.domain.cassetto.ObjectKeys;
import io.mercato.domain.cassetto.Orientation;
import io.mercato.domain.cassetto.ThumbnailPlan;
import io.mercato.domain.cassetto.ThumbnailPlan.Size;
import io.mercato.domain.storage.GetObject;
import io.mercato.domain.storage.PutObject;
import io.mercato.processors.cassetto.ObjectStore.KnownObject;
import io.mercato.processors.json.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes of an image the smaller ones, upright and without what the camera wrote beside the pixels. */
@Component
public class ThumbnailMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailMaker.class);
    private static final String TYPE = "image/webp";

    private final CassettoProperties properties;
    private final ImageFiles images;
    private final Json json;

    public ThumbnailMaker(CassettoProperties properties, ImageFiles images, Json json) {
        this.properties = properties;
        this.images = images;
        this.json = json;
    }

    /** The content that a message speaks of. */
    public String digest(String message) {
        return json.read(message, MakeThumbnails.class).digest();
    }

    /** Where the content lies. */
    public GetObject image(String digest) {
        return GetObject.whole(ObjectKeys.object(digest));
    }

    /** Of an image that has none, or that cannot be drawn after all, none. */
    public List<Thumbnail> make(Exchange exchange, KnownObject object, InputStream bytes) throws IOException {
        List<Size> plan = ThumbnailPlan.of(object.width(), object.height(), properties.thumbnailWidths());
        Path folder = TemporaryFolder.of(exchange);
        Path original = folder.resolve("original");
        try (bytes) {
            Files.copy(bytes, original);
        }
        if (plan.isEmpty()) {
            return List.of();
        }
        BufferedImage image;
        try {
            image = draw(object, original, plan.get(plan.size() - 1).width());
        } catch (IOException | RuntimeException e) {
            LOG.warn("No smaller images of {} {}: {}", object.type(), object.digest(), e.getMessage());
            return List.of();
        }
        List<Thumbnail> made = new ArrayList<>();
        for (Size size : plan) {
            Path file = folder.resolve(size.width() + ".webp");
            Pixels.writeWebp(Pixels.scale(image, size), file, properties.thumbnailQuality());
            made.add(new Thumbnail(object.digest(), size.width(), size.height(), file, Files.size(file)));
        }
        return made;
    }

    /** What the storage is asked to keep. */
    public PutObject put(Thumbnail thumbnail) {
        return new PutObject(ObjectKeys.thumbnail(thumbnail.digest(), thumbnail.width()), thumbnail.file(), TYPE);
    }

    private BufferedImage draw(KnownObject object, Path file, int largest) throws IOException {
        Orientation orientation = images.orientation(file, object.type());
        int width = orientation.isSwapped() ? object.height() : object.width();
        int wanted = orientation.isSwapped() ? (int) ((long) largest * object.height() / object.width()) : largest;
        int step = ThumbnailPlan.subsampling(width, wanted);
        return Pixels.upright(images.read(file, object.type(), step), orientation);
    }
}
