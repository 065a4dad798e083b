package io.mercato.domain.lifecycle;

import java.util.List;

/**
 * What an event does in a state. An event that the table does not know there is illegal: a result like any other, which
 * the caller must answer.
 *
 * @param <S> states
 * @param <E> events
 * @param <C> commands
 */
public sealed interface Outcome<S extends Enum<S>, E extends Enum<E>, C> {

    S from();

    E event();

    /**
     * The event is legal.
     *
     * @param to the state from now on, which may be the one that it was
     * @param commands what is to be done, in this order; may be empty
     */
    record Moved<S extends Enum<S>, E extends Enum<E>, C>(S from, E event, S to, List<C> commands)
            implements Outcome<S, E, C> {

        public Moved {
            commands = List.copyOf(commands);
        }
    }

    /** The event is not possible in this state, which stays as it is. */
    record Illegal<S extends Enum<S>, E extends Enum<E>, C>(S from, E event) implements Outcome<S, E, C> {}
}
