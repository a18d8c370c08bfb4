package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may decide about a seat, the first of them first.
 *
 * @param inOrder at work, and not barred
 * @param why there is nobody, or nobody after these
 * @param whatToDo the next step of a person of operations
 * @param barred who must not decide, whoever asks them: the holder, who answers for the holder, and
 *     who stands in for either
 */
public record LineOfApprovers(
    List<Approver> inOrder, String why, String whatToDo, Set<HolderId> barred) {

  public LineOfApprovers {
    inOrder = List.copyOf(inOrder);
    barred = Set.copyOf(barred);
  }

  /**
   * One of them.
   *
   * @param as in which capacity, as part of a sentence
   * @param hearsFrom when the next message to them goes out
   */
  public record Approver(Holder person, String as, Instant hearsFrom) {

    boolean mayStillDecide(CaseFile file) {
      return !file.passedOver().contains(person.id())
          && file.requester().filter(login -> Names.answersTo(person, login)).isEmpty();
    }
  }

  /** The first whom nobody has passed over yet, and who has not set it going meanwhile. */
  Optional<Approver> next(CaseFile file) {
    return inOrder.stream().filter(it -> it.mayStillDecide(file)).findFirst();
  }

  /** The same person in the capacity in which the line has them, where it has. */
  Approver asInLine(Approver somebody) {
    return inOrder.stream()
        .filter(it -> it.person().id().equals(somebody.person().id()))
        .findFirst()
        .orElse(somebody);
  }

  /** Why this person must not decide; empty when they may. */
  Optional<String> whyNot(Holder person, CaseFile file) {
    if (person.id().equals(file.holder())) {
      return Optional.of("Nobody approves for themselves.");
    }
    if (barred.contains(person.id())) {
      return Optional.of(
          "Whoever answers for the holder, or stands in for them, does not decide about the seat.");
    }
    if (file.requester().filter(login -> Names.answersTo(person, login)).isPresent()) {
      return Optional.of("Who starts a reclamation does not decide it.");
    }
    return person.status() == Holder.Status.ACTIVE
        ? Optional.empty()
        : Optional.of(person.name() + " is not at work.");
  }
}
