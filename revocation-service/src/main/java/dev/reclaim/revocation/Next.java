package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The outcome of a decision: where a revocation stands now, and what is said and written about it.
 *
 * @param due when it wants to be looked at again; empty when it rests until somebody acts
 */
public record Next<S extends Revocation>(
    S state, List<RevocationEvent> events, List<Mark> marks, Optional<Instant> due) {

  public Next {
    events = List.copyOf(events);
    marks = List.copyOf(marks);
  }

  static <S extends Revocation> Next<S> due(Instant at, S state, RevocationEvent... events) {
    return new Next<>(state, List.of(events), List.of(), Optional.of(at));
  }

  static <S extends Revocation> Next<S> rests(S state, RevocationEvent... events) {
    return new Next<>(state, List.of(events), List.of(), Optional.empty());
  }

  Next<S> mark(Mark mark) {
    return new Next<>(state, events, Stream.concat(marks.stream(), Stream.of(mark)).toList(), due);
  }

  /** One more transition in the same breath. */
  <T extends Revocation> Next<T> then(Function<S, Next<T>> transition) {
    Next<T> after = transition.apply(state);
    return new Next<>(
        after.state(),
        Stream.concat(events.stream(), after.events().stream()).toList(),
        Stream.concat(marks.stream(), after.marks().stream()).toList(),
        after.due());
  }
}
