package dev.reclaim.journeys;

import dev.reclaim.events.Event;
import dev.reclaim.messaging.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** All that was said on the topics since the story began, each event once. */
final class Heard {

  private final List<Envelope<Event>> all = new CopyOnWriteArrayList<>();

  /** Returns whether it was new; a topic delivers at least once. */
  boolean add(Envelope<Event> envelope) {
    boolean known =
        all.stream()
            .anyMatch(
                other ->
                    other.id().equals(envelope.id()) && other.source().equals(envelope.source()));
    return !known && all.add(envelope);
  }

  <E extends Event> List<E> all(Class<E> kind, Predicate<E> fits) {
    return all.stream()
        .map(Envelope::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(fits)
        .toList();
  }

  <E extends Event> Optional<E> first(Class<E> kind, Predicate<E> fits) {
    return all(kind, fits).stream().findFirst();
  }

  /** Waits for the first that fits. */
  <E extends Event> E await(String what, Class<E> kind, Predicate<E> fits) {
    return Patience.until(what, () -> first(kind, fits));
  }
}
