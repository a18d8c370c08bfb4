package dev.reclaim.consent.rest;

import dev.reclaim.consent.AttentionRequired;
import dev.reclaim.consent.AwaitingApproval;
import dev.reclaim.consent.AwaitingRevocation;
import dev.reclaim.consent.AwaitingUser;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.ClosedCanceled;
import dev.reclaim.consent.ClosedComplete;
import dev.reclaim.consent.ClosedSkipped;
import dev.reclaim.consent.Held;
import dev.reclaim.consent.Ready;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One candidate in a list.
 *
 * @param state the state's type name, as in {@code AwaitingUser}
 * @param waitsFor the person whose answer is awaited
 * @param why what led into this state or what it waits for, where the state knows
 * @param whatToDo the next step of a person of operations
 * @param restsUntil until when a kept seat is left alone
 */
public record CandidateView(
    String id,
    String state,
    Person holder,
    String application,
    String applicationTitle,
    String account,
    String rule,
    int ruleVersion,
    Optional<Money> pricePerMonth,
    Instant foundAt,
    Optional<Instant> dueAt,
    Optional<Person> waitsFor,
    Optional<String> why,
    Optional<String> whatToDo,
    Optional<Instant> restsUntil) {

  /**
   * Somebody, as far as HR has told us.
   *
   * @param name empty when HR has not told us
   */
  public record Person(String id, Optional<String> name, Optional<String> email) {}

  static CandidateView of(
      Candidate state, Map<HolderId, Holder> people, Map<ApplicationId, String> titles) {
    var found = state.file().found();
    return new CandidateView(
        found.candidate().value(),
        state.getClass().getSimpleName(),
        person(found.seat().holder(), people),
        found.seat().application().value(),
        titles.get(found.seat().application()),
        found.seat().account(),
        found.rule().value(),
        found.ruleVersion(),
        found.pricePerMonth(),
        found.asOf(),
        state.dueAt(),
        waitsFor(state).map(who -> person(who, people)),
        why(state),
        state instanceof AttentionRequired it ? Optional.of(it.whatToDo()) : Optional.empty(),
        state instanceof ClosedSkipped it ? it.restsUntil() : Optional.empty());
  }

  private static Person person(HolderId id, Map<HolderId, Holder> people) {
    Optional<Holder> known = Optional.ofNullable(people.get(id));
    return new Person(id.value(), known.map(Holder::name), known.flatMap(Holder::email));
  }

  static Optional<HolderId> waitsFor(Candidate state) {
    return switch (state) {
      case AwaitingUser it -> Optional.of(it.asked());
      case AwaitingApproval it -> Optional.of(it.approver());
      case AttentionRequired _,
          Ready _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          Optional.empty();
    };
  }

  private static Optional<String> why(Candidate state) {
    return switch (state) {
      case AttentionRequired it -> Optional.of(it.why());
      case Ready it -> Optional.of(it.why());
      case Held it -> Optional.of(it.why());
      case ClosedComplete it -> Optional.of(it.why());
      case ClosedSkipped it -> Optional.of(it.why());
      case ClosedCanceled it -> Optional.of(it.why());
      case AwaitingUser _, AwaitingApproval _, AwaitingRevocation _ -> Optional.empty();
    };
  }
}
