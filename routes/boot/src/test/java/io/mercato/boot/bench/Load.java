package io.mercato.boot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does something many times, by several at once, and takes the time of each. */
final class Load {

    private Load() {}

    /** What is done; its number counts from 0. */
    interface Operation {
        void run(int number) throws Exception;
    }

    static Timing run(int operations, int atOnce, Operation operation) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long[] nanos = new long[operations];
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            Callable<Void> worker = () -> {
                for (int number = next.getAndIncrement(); number < operations; number = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    operation.run(number);
                    nanos[number] = System.nanoTime() - begin;
                }
                return null;
            };
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                all.add(worker);
            }
            long begin = System.nanoTime();
            for (Future<Void> done : workers.invokeAll(all)) {
                done.get();
            }
            return Timing.of(nanos, System.nanoTime() - begin);
        } finally {
            workers.shutdownNow();
        }
    }
}
