package io.mercato.domain.lifecycle;

import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link LifecycleTable} row by row. A row that is written twice is an {@link IllegalStateException}.
 *
 * @param <S> states
 * @param <E> events
 * @param <C> commands
 */
public final class LifecycleTableBuilder<S extends Enum<S>, E extends Enum<E>, C> {
    private final Class<S> states;
    private final Class<E> events;
    private final Map<S, Map<E, Moved<S, E, C>>> rows;

    LifecycleTableBuilder(Class<S> states, Class<E> events) {
        this.states = states;
        this.events = events;
        this.rows = LifecycleTable.emptyMap(states);
    }

    /** The rows that follow are those of these states. */
    @SafeVarargs
    public final In in(S... from) {
        return new In(List.of(from));
    }

    public LifecycleTable<S, E, C> build() {
        return new LifecycleTable<>(states, rows);
    }

    private void put(Moved<S, E, C> row, boolean replace) {
        Map<E, Moved<S, E, C>> ofState = rows.computeIfAbsent(row.from(), state -> LifecycleTable.emptyMap(events));
        if (ofState.put(row.event(), row) != null && !replace) {
            throw new IllegalStateException("Twice in the table: " + row.from() + " on " + row.event());
        }
    }

    /** States whose rows are being written. */
    public final class In {
        private final List<S> from;

        private In(List<S> from) {
            this.from = from;
        }

        public On on(E event) {
            return new On(this, event);
        }
    }

    /** States and an event. */
    public final class On {
        private final In in;
        private final E event;

        private On(In in, E event) {
            this.in = in;
            this.event = event;
        }

        public Row goTo(S to) {
            List<Moved<S, E, C>> written = in.from.stream()
                    .map(from -> new Moved<S, E, C>(from, event, to, List.of()))
                    .toList();
            return new Row(in, written);
        }

        /** The state does not change. */
        public Row stay() {
            List<Moved<S, E, C>> written = in.from.stream()
                    .map(from -> new Moved<S, E, C>(from, event, from, List.of()))
                    .toList();
            return new Row(in, written);
        }
    }

    /** Rows that are complete, but for their commands. */
    public final class Row {
        private final In in;
        private final List<Moved<S, E, C>> written;

        private Row(In in, List<Moved<S, E, C>> written) {
            this.in = in;
            this.written = written;
            written.forEach(row -> put(row, false));
        }

        /** What the event makes to be done, in this order. */
        @SafeVarargs
        public final Row then(C... commands) {
            written.forEach(row -> put(new Moved<>(row.from(), row.event(), row.to(), List.of(commands)), true));
            return this;
        }

        /** One more row of the same states. */
        public On on(E event) {
            return in.on(event);
        }

        @SafeVarargs
        public final In in(S... from) {
            return LifecycleTableBuilder.this.in(from);
        }

        public LifecycleTable<S, E, C> build() {
            return LifecycleTableBuilder.this.build();
        }
    }
}
