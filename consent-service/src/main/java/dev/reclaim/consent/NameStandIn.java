package dev.reclaim.consent;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.StandInEnded;
import dev.reclaim.events.ConsentEvent.StandInNamed;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Has somebody decide in the place of an approver for a time, also about what waits already. Must
 * be called inside a transaction.
 */
public final class NameStandIn {

  private final StandIns standIns;
  private final Candidates candidates;
  private final CandidateDesk desk;
  private final Outbox outbox;

  public NameStandIn(StandIns standIns, Candidates candidates, CandidateDesk desk, Outbox outbox) {
    this.standIns = standIns;
    this.candidates = candidates;
    this.desk = desk;
    this.outbox = outbox;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Named(StandIn standIn) implements Outcome {}

    /**
     * It cannot be.
     *
     * @param why as a sentence
     */
    record Refused(String why) implements Outcome {}
  }

  /**
   * Takes the place of an earlier one for the same approver.
   *
   * @param who as HR last described them
   */
  public Outcome name(StandIn wanted, Holder who, Actor by, Instant now) {
    standIns.lock();
    Optional<String> no = whyNot(wanted, who, now);
    if (no.isPresent()) {
      return new Outcome.Refused(no.get());
    }
    standIns.put(wanted);
    outbox.add(
        new StandInNamed(
            wanted.forWhom(),
            by,
            who.name() + " stands in for a time.",
            wanted.who(),
            wanted.from(),
            wanted.until()),
        Cause.currentRequest());
    handOver(now);
    return new Outcome.Named(wanted);
  }

  private Optional<String> whyNot(StandIn wanted, Holder who, Instant now) {
    if (!wanted.until().isAfter(now)) {
      return Optional.of("The time is over already.");
    }
    if (who.status() == Holder.Status.LEFT) {
      return Optional.of(who.name() + " has left the company.");
    }
    return leadsBack(wanted)
        ? Optional.of("They stand in for each other in a circle, so nobody would decide.")
        : Optional.empty();
  }

  private boolean leadsBack(StandIn wanted) {
    Set<HolderId> seen = new HashSet<>(Set.of(wanted.forWhom()));
    Optional<HolderId> next = Optional.of(wanted.who());
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        return true;
      }
      next = standIns.find(next.get()).filter(wanted::overlaps).map(StandIn::who);
    }
    return false;
  }

  /** Before its time; what was handed over stays where it is. */
  public Optional<StandIn> end(HolderId forWhom, Actor by) {
    standIns.lock();
    Optional<StandIn> ended = standIns.remove(forWhom);
    ended.ifPresent(
        it ->
            outbox.add(
                new StandInEnded(it.forWhom(), by, "They stand in no more.", it.who()),
                Cause.currentRequest()));
    return ended;
  }

  /** Gives the waiting questions of those whose stand-in has begun to the stand-in. */
  public void handOver(Instant now) {
    for (StandIn begun : standIns.begun(now)) {
      for (CandidateId candidate : candidates.waitingFor(begun.forWhom())) {
        desk.take(candidate, new Input.StandInBegins(begun.forWhom()), Cause.NONE, now);
      }
    }
  }
}
