package io.mercato.domain.lifecycle;

import io.mercato.domain.lifecycle.Outcome.Illegal;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing may go: one table (state, event) to (state, commands), written as it is read:
 *
 * <pre>{@code
 * LifecycleTable.<State, Event, Command>of(State.class, Event.class)
 *         .in(NEW).on(STARTED).goTo(RUNNING).then(TELL_STARTED)
 *         .in(NEW, RUNNING).on(ENDED).goTo(GONE)
 *         .in(GONE).on(ENDED).stay()
 *         .build();
 * }</pre>
 *
 * @param <S> states
 * @param <E> events
 * @param <C> commands
 */
public final class LifecycleTable<S extends Enum<S>, E extends Enum<E>, C> {
    private final Class<S> states;
    private final Map<S, Map<E, Moved<S, E, C>>> rows;

    LifecycleTable(Class<S> states, Map<S, Map<E, Moved<S, E, C>>> rows) {
        this.states = states;
        this.rows = rows;
    }

    public static <S extends Enum<S>, E extends Enum<E>, C> LifecycleTableBuilder<S, E, C> of(
            Class<S> states, Class<E> events) {
        return new LifecycleTableBuilder<>(states, events);
    }

    /** What this event does in this state; {@link Illegal} when the table has no such row. */
    public Outcome<S, E, C> apply(S state, E event) {
        Moved<S, E, C> row = row(state, event);
        return row == null ? new Illegal<>(state, event) : row;
    }

    public boolean isLegal(S state, E event) {
        return row(state, event) != null;
    }

    private @Nullable Moved<S, E, C> row(S state, E event) {
        Map<E, Moved<S, E, C>> row = rows.get(state);
        return row == null ? null : row.get(event);
    }

    /** All rows, ordered by state and event. */
    public List<Moved<S, E, C>> rows() {
        return rows.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    /** The states that can be reached from this one, which is among them. */
    public Set<S> reachableFrom(S start) {
        Set<S> seen = EnumSet.of(start);
        Deque<S> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Moved<S, E, C> row : rows.getOrDefault(open.remove(), Map.of()).values()) {
                if (seen.add(row.to())) {
                    open.add(row.to());
                }
            }
        }
        return seen;
    }

    /** The table as a state diagram in Mermaid's language, beginning at {@code initial}. */
    public String toMermaid(S initial) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        text.append("    [*] --> ").append(initial).append('\n');
        rows().forEach(row -> text.append("    ")
                .append(row.from())
                .append(" --> ")
                .append(row.to())
                .append(" : ")
                .append(row.event())
                .append(label(row.commands()))
                .append('\n'));
        for (S state : states.getEnumConstants()) {
            if (rows.getOrDefault(state, Map.of()).values().stream().allMatch(row -> row.to() == state)) {
                text.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    /** The table as Markdown: a line for each row. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("| state | event | next state | commands |\n|---|---|---|---|\n");
        rows().forEach(row -> text.append("| ")
                .append(row.from())
                .append(" | ")
                .append(row.event())
                .append(" | ")
                .append(row.from() == row.to() ? "stays" : row.to())
                .append(" | ")
                .append(names(row.commands()))
                .append(" |\n"));
        return text.toString();
    }

    private static <C> String label(List<C> commands) {
        return commands.isEmpty() ? "" : " / " + names(commands);
    }

    private static <C> String names(List<C> commands) {
        return String.join(", ", commands.stream().map(String::valueOf).toList());
    }

    static <S extends Enum<S>, V> Map<S, V> emptyMap(Class<S> keys) {
        return new EnumMap<>(keys);
    }
}
