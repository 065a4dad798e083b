package io.mercato.boot.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs that start quickly and stay small, on the Java that the platform itself runs on. */
public final class JavaCommand {
    private static final String FAT_JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private JavaCommand() {}

    /** Java and its options; class path, main class and arguments are the caller's. */
    public static List<String> small(String heap) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");
    }

    /** A main class of the platform's own class path, also when that is one executable jar. */
    public static List<String> ofThisClassPath(String heap, List<String> options, String mainClass) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(small(heap));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        if (isExecutableJar(classPath)) {
            command.add("-Dloader.main=" + mainClass);
            command.add(FAT_JAR_LAUNCHER);
        } else {
            command.add(mainClass);
        }
        return command;
    }

    private static boolean isExecutableJar(String classPath) {
        return classPath.endsWith(".jar")
                && !classPath.contains(File.pathSeparator)
                && JavaCommand.class.getResource("/BOOT-INF/classes/") != null;
    }
}
