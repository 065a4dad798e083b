package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.FileFacts;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.FileLimits;
import io.mercato.domain.cassetto.FileRules;
import io.mercato.domain.cassetto.MediaType;
import io.mercato.domain.cassetto.ObjectKeys;
import io.mercato.domain.cassetto.message.ObjectUse;
import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.storage.PutObject;
import io.mercato.domain.transfer.Upload;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/** Takes uploads in: looks into them, has the rules judge, gives them their names. */
@Component
public class UploadDesk {
    private final FileInspector inspector;
    private final ImageFiles images;
    private final CassettoProperties properties;

    public UploadDesk(FileInspector inspector, ImageFiles images, CassettoProperties properties) {
        this.inspector = inspector;
        this.images = images;
        this.properties = properties;
    }

    /**
     * Throws REJECTED, with what is wrong, unless the file is taken for this use. Of an image only the picture is: what
     * else the camera wrote is taken out of the file.
     */
    public Candidate admit(Upload upload, ObjectUse use) throws IOException {
        FileLimits limits = properties.limits(use);
        FileFacts facts = inspector.inspect(upload.file(), limits.bounds());
        FileRules.require(facts, limits);
        if (facts.image() != null) {
            bare(upload, facts.type());
        }
        Digests digests = Digests.of(upload.file());
        Image shown = facts.image() == null ? null : shown(upload, facts);
        StoredObject object = new StoredObject(
                digests.sha256(),
                digests.sha512(),
                digests.sha256() + "." + MediaType.extension(facts.type()),
                facts.type(),
                Files.size(upload.file()),
                shown == null ? null : Integer.valueOf(shown.width()),
                shown == null ? null : Integer.valueOf(shown.height()),
                upload.fileName());
        return new Candidate(upload.file(), object);
    }

    private void bare(Upload upload, String type) throws IOException {
        try {
            images.bare(upload.file(), type);
        } catch (TornImageException e) {
            throw FileRules.unreadable(type);
        }
    }

    /** What the storage is asked to keep. */
    public PutObject put(Candidate candidate) {
        StoredObject object = candidate.object();
        return new PutObject(ObjectKeys.object(object.digest()), candidate.file(), object.type());
    }

    private Image shown(Upload upload, FileFacts facts) {
        Image image = facts.image();
        return images.orientation(upload.file(), facts.type()).isSwapped()
                ? new Image(/* width= */ image.height(), /* height= */ image.width())
                : image;
    }
}
