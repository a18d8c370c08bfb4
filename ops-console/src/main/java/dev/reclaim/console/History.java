package dev.reclaim.console;

import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.SeatRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that happened to one candidate, as it happened. The same set of transitions gives the same
 * history, in whatever order and however often they arrive.
 *
 * <p>Closed is the end: a service whose clock runs ahead cannot open a candidate again.
 */
public record History(List<Entry> entries) {

  /**
   * One line of it.
   *
   * @param after the state when it had happened
   */
  public record Entry(Transition transition, CandidateState after) {}

  /**
   * Puts transitions in order.
   *
   * @param transitions of one candidate, at least one
   */
  public static History of(Collection<Transition> transitions) {
    if (transitions.isEmpty()) {
      throw new IllegalArgumentException("transitions: a history without any");
    }
    Map<String, Transition> once = new TreeMap<>();
    transitions.forEach(transition -> once.put(transition.id(), transition));
    List<Entry> entries = new ArrayList<>();
    CandidateState state = CandidateState.READY;
    for (Transition transition : inOrder(once.values())) {
      if (state.isOpen()) {
        state = transition.effect().leadsTo().orElse(state);
      }
      entries.add(new Entry(transition, state));
    }
    return new History(List.copyOf(entries));
  }

  private static List<Transition> inOrder(Collection<Transition> transitions) {
    return transitions.stream().sorted(Transition.AS_IT_HAPPENED).toList();
  }

  public Candidate candidate() {
    Transition first = entries.getFirst().transition();
    return new Candidate(
        first.candidate(),
        first.holder(),
        seat(),
        last(CandidateFound.class),
        standing(),
        ending());
  }

  private Candidate.Standing standing() {
    CandidateState state = CandidateState.READY;
    Instant since = entries.getFirst().transition().at();
    Optional<Instant> due = Optional.empty();
    for (Entry entry : entries) {
      if (entry.after() != state) {
        since = entry.transition().at();
        state = entry.after();
        due = Optional.empty();
      }
      Effect effect = entry.transition().effect();
      if (effect.leadsTo().filter(entry.after()::equals).isPresent() || effect.answers()) {
        due = effect.due();
      }
    }
    Instant opened = entries.getFirst().transition().at();
    return new Candidate.Standing(state, since, due, opened, entries.getLast().transition().at());
  }

  private Candidate.Ending ending() {
    return new Candidate.Ending(
        entries.stream()
            .map(Entry::transition)
            .filter(transition -> transition.event() instanceof RevocationVerified)
            .map(Transition::at)
            .findFirst(),
        last(RevocationVerified.class).map(RevocationVerified::restorableUntil),
        last(SeatRestored.class).map(SeatRestored::at));
  }

  private Optional<SeatRef> seat() {
    return entries.stream().flatMap(entry -> entry.transition().seat().stream()).findFirst();
  }

  private <E> Optional<E> last(Class<E> kind) {
    return entries.reversed().stream()
        .map(entry -> entry.transition().event())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
