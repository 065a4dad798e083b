package io.mercato.boot.process;

import io.mercato.boot.PlatformProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the child processes, which start and end side by side. */
@Component
public class Supervisor implements DisposableBean {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Duration firstPause;

    @Autowired
    public Supervisor(PlatformProperties platform) {
        this(platform.folder("run"), FIRST_PAUSE);
    }

    Supervisor(Path folder, Duration firstPause) {
        this.folder = folder;
        this.firstPause = firstPause;
    }

    /** Starts a child and answers at once; it comes up in the background. */
    public ChildProcess start(String name, ChildPlan plan) {
        ChildProcess child = new ChildProcess(name, folder.resolve(name + ".pid"), plan, firstPause);
        children.add(child);
        child.start();
        return child;
    }

    public List<ChildProcess> children() {
        return List.copyOf(children);
    }

    @EventListener(ContextClosedEvent.class)
    void thePlatformEnds() {
        children.forEach(ChildProcess::beginClosing);
    }

    @Override
    public void destroy() throws IOException, InterruptedException {
        children.forEach(ChildProcess::askToEnd);
        for (ChildProcess child : children) {
            child.close();
        }
    }
}
