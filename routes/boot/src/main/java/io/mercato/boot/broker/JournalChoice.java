package io.mercato.boot.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.io.aio.AIOSequentialFileFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.nativo.jlibaio.LibaioContext;

/** Which journal the embedded broker writes: the broker itself would fall back to the slower one without a word. */
record JournalChoice(JournalType type, String reason) {
    private static final String LIBRARY = "libartemis-native-64.so";
    private static final String SLOW = "journal NIO, several times slower than ASYNCIO: ";

    static JournalChoice below(Path folder) throws IOException {
        if (!LibaioContext.isLoaded()) {
            return new JournalChoice(JournalType.NIO, SLOW + whyNotLoaded());
        }
        Files.createDirectories(folder);
        if (!AIOSequentialFileFactory.isSupported(folder.toFile())) {
            return new JournalChoice(
                    JournalType.NIO, SLOW + "the file system knows no asynchronous writing past its cache");
        }
        return new JournalChoice(JournalType.ASYNCIO, "journal ASYNCIO");
    }

    private static String whyNotLoaded() {
        for (String folder : System.getProperty("java.library.path").split(File.pathSeparator)) {
            File library = new File(folder, LIBRARY).getAbsoluteFile();
            if (library.exists()) {
                return whyNotLoaded(library);
            }
        }
        return LIBRARY + " is not on the java.library.path";
    }

    private static String whyNotLoaded(File library) {
        try {
            System.load(library.getPath());
            return library + " has another version than this broker";
        } catch (UnsatisfiedLinkError e) {
            return e.getMessage() + " (package libaio1 or libaio1t64)";
        }
    }
}
