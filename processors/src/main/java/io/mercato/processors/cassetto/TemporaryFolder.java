package io.mercato.processors.cassetto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.util.FileSystemUtils;

/** A folder that is gone once the exchange is done, however it ends. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path of(Exchange exchange) throws IOException {
        Path folder = Files.createTempDirectory("mercato-cassetto");
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        });
        return folder;
    }
}
