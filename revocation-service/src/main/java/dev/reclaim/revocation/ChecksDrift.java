package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Drift;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every pair of access and seat where one lags behind the other, and whatever came back after
 * it was gone: a sync between two systems likes to undo what was done in one of them.
 */
public final class ChecksDrift {

  private static final List<Drift> LAGS = List.of(Drift.SEAT_LAGS, Drift.ACCESS_LAGS);

  private final Drifts drifts;
  private final LooksBack back;
  private final Duration lagAfter;
  private final InstantSource clock;

  /**
   * @param lagAfter how long one outcome may be ahead of the other
   */
  public ChecksDrift(Drifts drifts, Vendors vendors, Duration lagAfter, InstantSource clock) {
    this.drifts = drifts;
    this.back = new LooksBack(vendors);
    this.lagAfter = lagAfter;
    this.clock = clock;
  }

  /**
   * Looks at those that are due.
   *
   * @return how many were looked at
   */
  public int check(int most) {
    Instant now = clock.instant();
    compare(now);
    List<Verified> due = drifts.dueToLook(most, now);
    due.forEach(this::lookAgain);
    return due.size();
  }

  private void compare(Instant now) {
    Set<RevocationId> lagging = new HashSet<>();
    for (Revocation one : drifts.lagging(lagAfter, now)) {
      lagging.add(one.task().id());
      Drift drift =
          Outcomes.of(one).seat() == Outcomes.Outcome.OPEN ? Drift.SEAT_LAGS : Drift.ACCESS_LAGS;
      if (stands(one, drift).isEmpty()) {
        drifts.begin(one, found(one, drift, "for more than " + lagAfter, now));
      }
    }
    for (Drifts.Found found : drifts.standing(LAGS)) {
      if (!lagging.contains(found.revocation())) {
        drifts
            .revocation(found.revocation())
            .ifPresent(one -> drifts.end(one, found.drift(), "neither lags any more", now));
      }
    }
  }

  private void lookAgain(Verified verified) {
    Map<Drift, List<Look>> looks = new EnumMap<>(Drift.class);
    for (Taken taken : verified.course().taken()) {
      taken
          .place()
          .ifPresent(
              place ->
                  looks
                      .computeIfAbsent(cameBack(taken.step()), _ -> new ArrayList<>())
                      .add(back.at(verified.task(), verified.course(), taken.step(), place)));
    }
    looks.forEach((drift, seen) -> judge(verified, drift, seen));
  }

  /** What cannot be read says nothing, in either direction. */
  private void judge(Verified verified, Drift drift, List<Look> seen) {
    Instant now = clock.instant();
    boolean back = seen.stream().anyMatch(Look.There.class::isInstance);
    boolean known = seen.stream().noneMatch(Look.Unreadable.class::isInstance);
    Optional<Drifts.Found> before = stands(verified, drift);
    if (back && before.isEmpty()) {
      drifts.begin(verified, found(verified, drift, "a look at " + now + " shows it", now));
    } else if (!back && known && before.isPresent()) {
      drifts.end(verified, drift, "a look shows that it is gone again", now);
    }
  }

  private Optional<Drifts.Found> stands(Revocation one, Drift drift) {
    return drifts.standing(one.task().id()).stream()
        .filter(found -> found.drift() == drift)
        .findFirst();
  }

  private static Drift cameBack(Step step) {
    return switch (step) {
      case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS -> Drift.ACCESS_CAME_BACK;
      case FREE_SEAT -> Drift.SEAT_CAME_BACK;
    };
  }

  private static Drifts.Found found(Revocation one, Drift drift, String how, Instant now) {
    return new Drifts.Found(
        one.task().id(),
        drift,
        sentence(one, drift) + ", " + how,
        whatToDo(drift),
        now,
        Optional.empty());
  }

  private static String sentence(Revocation one, Drift drift) {
    return switch (drift) {
      case SEAT_LAGS -> "access is removed, but the seat is still held" + because(one);
      case ACCESS_LAGS -> "the seat is free, but access is still there" + because(one);
      case ACCESS_CAME_BACK -> "access was removed, and is there again";
      case SEAT_CAME_BACK -> "the seat was freed, and is held again";
    };
  }

  private static String because(Revocation one) {
    return switch (one) {
      case Held held -> " since " + held.brake().why();
      case Failed failed -> " since " + failed.why();
      case ByHand hand -> " since a person has to take " + hand.manual().step();
      case Requested _, InFlight _, AwaitingVerification _, Verified _, Canceled _ -> "";
      case Restoring _, PuttingBack _, CheckingRestore _, Restored _, RestoreFailed _ -> "";
    };
  }

  private static String whatToDo(Drift drift) {
    return switch (drift) {
      case SEAT_LAGS, ACCESS_LAGS ->
          "Clear what stands in the way, then resume the candidate; or restore it.";
      case ACCESS_CAME_BACK, SEAT_CAME_BACK ->
          "Find out who or what gave it back, a sync or another group; then revoke it anew.";
    };
  }
}
