package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.FileFacts;
import io.mercato.domain.cassetto.FileFacts.Archive;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.FileLimits.Bounds;
import io.mercato.domain.cassetto.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Finds out what a file is, from its bytes alone: its name and what the client says of it count for nothing. */
@Component
class FileInspector {
    /** What XML can be taken for that begins with definitions or a comment. */
    private static final Set<String> PERHAPS_SVG =
            Set.of("application/xml", "text/xml", "text/plain", "text/html", "application/xhtml+xml");

    private final Detector detector = MimeTypes.getDefaultMimeTypes();
    private final SvgReader svgs;
    private final ArchiveReader archives;
    private final ImageFiles images;

    FileInspector(SvgReader svgs, ArchiveReader archives, ImageFiles images) {
        this.svgs = svgs;
        this.archives = archives;
        this.images = images;
    }

    FileFacts inspect(Path file, Bounds bounds) throws IOException {
        long size = Files.size(file);
        String type = type(file);
        Image image = MediaType.isRaster(type) ? images.header(file, type) : null;
        Archive archive = type.equals(MediaType.ZIP)
                ? archives.read(file, bounds.unpackedFor(size), bounds.entries(), bounds.depth())
                : null;
        List<String> problems = type.equals(MediaType.SVG) ? svgs.problems(file) : List.of();
        return new FileFacts(type, size, image, archive, problems);
    }

    private String type(Path file) throws IOException {
        String type;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            type = detector.detect(bytes, new Metadata()).getBaseType().toString();
        }
        return PERHAPS_SVG.contains(type) && svgs.isSvg(file) ? MediaType.SVG : type;
    }
}
