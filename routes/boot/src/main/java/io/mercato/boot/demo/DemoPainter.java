package io.mercato.boot.demo;

import io.mercato.boot.demo.DemoScreenshot.View;
import io.mercato.domain.cassetto.MediaType;
import io.mercato.domain.transfer.Upload;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the demo's pictures: logos as they are drawn, screenshots in the colour of the logo. */
@Component
class DemoPainter {
    private static final Pattern COLOUR = Pattern.compile("stop-color=\"(#[0-9a-fA-F]{6})\"");

    /** The pictures of a thing as files in this folder, its logo first, then a product's screenshots. */
    List<Upload> paint(Path folder, DemoPictures.Bare thing) throws IOException {
        Path logo = folder.resolve(thing.key() + ".svg");
        try (InputStream drawn = new ClassPathResource("demo" + thing.logo()).getInputStream()) {
            Files.copy(drawn, logo);
        }
        List<Upload> pictures = new ArrayList<>(List.of(upload(logo, MediaType.SVG)));
        if (thing.isProduct()) {
            Color colour = colour(Files.readString(logo, StandardCharsets.UTF_8));
            for (View view : View.values()) {
                Path shot = folder.resolve(thing.key() + "-" + view.name().toLowerCase(Locale.ROOT) + ".png");
                DemoScreenshot.draw(thing.key(), view, colour, shot);
                pictures.add(upload(shot, MediaType.PNG));
            }
        }
        return pictures;
    }

    private static Upload upload(Path file, String type) throws IOException {
        return new Upload(file, file.getFileName().toString(), type, Files.size(file));
    }

    private static Color colour(String svg) {
        Matcher found = COLOUR.matcher(svg);
        return found.find() ? Color.decode(found.group(1)) : Color.GRAY;
    }
}
