package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.RevocationEvent.BrakeHandled.Act;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import dev.reclaim.revocation.Task.RuleVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What people do about what brakes hold. Every act is on record with who and why. */
public final class ReleasesBrakes {

  /** How a wish to release ended. */
  public sealed interface Answer {

    /** One voice is there; another person has to agree. */
    record NeedsSecondVoice(String first) implements Answer {}

    /** Two agreed: each of these is judged anew. */
    record Released(int revocations) implements Answer {}

    /** It makes no sense. */
    record Refused(String why) implements Answer {}

    /** Others may, and this person may not. */
    record NotYours(String why) implements Answer {}
  }

  private final Revocations revocations;
  private final BrakeRecord record;
  private final Outbox outbox;
  private final InstantSource clock;
  private final boolean authorsMayRelease;

  /**
   * @param authorsMayRelease whether whoever saved the version of a rule may release what it found
   */
  public ReleasesBrakes(
      Revocations revocations,
      BrakeRecord record,
      Outbox outbox,
      InstantSource clock,
      boolean authorsMayRelease) {
    this.revocations = revocations;
    this.record = record;
    this.outbox = outbox;
    this.clock = clock;
    this.authorsMayRelease = authorsMayRelease;
  }

  /**
   * Only what was held when the first person agreed is let pass: nobody agreed to the rest. Neither
   * of the two is the author of a rule that found any of it.
   */
  public Answer release(String brake, String login) {
    Instant now = clock.instant();
    if (!Brake.mayBeReleased(brake)) {
      return new Answer.Refused(howItEnds(brake));
    }
    List<RevocationId> all = revocations.heldBy(brake, now);
    if (all.isEmpty()) {
      return new Answer.Refused("it holds nothing now");
    }
    Map<String, RuleVersion> authors = authorsOf(all);
    if (authors.containsKey(login)) {
      return refuseAuthor(brake, login, authors.get(login), List.of());
    }
    Instant countsFrom = now.minus(Voice.COUNTS_FOR);
    Optional<Voice> other =
        somebodyBesides(
            login,
            brake,
            countsFrom,
            voice -> voice.about().isEmpty() && !authors.containsKey(voice.login()));
    List<RevocationId> held =
        other.map(voice -> revocations.heldBy(brake, voice.at())).orElse(List.of());
    if (held.isEmpty()) {
      record.speak(brake, new Voice(login, Optional.empty(), now), countsFrom);
      tell(brake, Act.RELEASE_ASKED, login, "release", List.of());
      return new Answer.NeedsSecondVoice(login);
    }
    letPass(brake, held, other.get(), login, now);
    record.forgetVoices(brake, held);
    return new Answer.Released(held.size());
  }

  /**
   * Lets pass one of those that a brake holds. Who asked for the release of the whole while it was
   * held has agreed to this one, too.
   */
  public Answer releaseOne(String brake, RevocationId id, String login) {
    Instant now = clock.instant();
    if (!Brake.mayBeReleased(brake)) {
      return new Answer.Refused(howItEnds(brake));
    }
    Optional<Instant> since = revocations.heldSince(brake, id);
    if (since.isEmpty()) {
      return new Answer.Refused(brake + " does not hold it now");
    }
    Map<String, RuleVersion> authors = authorsOf(List.of(id));
    if (authors.containsKey(login)) {
      return refuseAuthor(brake, login, authors.get(login), List.of(id));
    }
    Instant aDayAgo = now.minus(Voice.COUNTS_FOR);
    Instant countsFrom = since.get().isAfter(aDayAgo) ? since.get() : aDayAgo;
    Optional<Voice> other =
        somebodyBesides(
            login,
            brake,
            countsFrom,
            voice -> voice.isFor(id) && !authors.containsKey(voice.login()));
    if (other.isEmpty()) {
      record.speak(brake, new Voice(login, Optional.of(id), now), countsFrom);
      tell(brake, Act.RELEASE_ASKED, login, "release of one", List.of(id));
      return new Answer.NeedsSecondVoice(login);
    }
    letPass(brake, List.of(id), other.get(), login, now);
    record.forgetVoices(brake, id);
    return new Answer.Released(1);
  }

  private Map<String, RuleVersion> authorsOf(List<RevocationId> held) {
    return authorsMayRelease ? Map.of() : revocations.authorsOf(held);
  }

  private Answer refuseAuthor(
      String brake, String login, RuleVersion saved, List<RevocationId> meant) {
    String why =
        "%s saved %s, which found what waits here: two other people release it"
            .formatted(login, saved);
    tell(brake, Act.RELEASE_REFUSED, login, why, meant);
    return new Answer.NotYours(why);
  }

  /** The latest, since a later one agreed to more. */
  private Optional<Voice> somebodyBesides(
      String login, String brake, Instant countsFrom, Predicate<Voice> that) {
    return record.voices(brake, countsFrom).stream()
        .filter(voice -> !voice.login().equals(login))
        .filter(that)
        .reduce((_, later) -> later);
  }

  private void letPass(
      String brake, List<RevocationId> held, Voice other, String login, Instant now) {
    String why = "released from %s by %s and %s".formatted(brake, other.login(), login);
    held.forEach(id -> change(id, one -> one.release(why, now)));
    tell(brake, Act.RELEASED, login, why, held);
  }

  /**
   * Ends everything that a brake holds.
   *
   * @return how many
   */
  public int cancel(String brake, String login, String reason) {
    List<RevocationId> held = revocations.heldBy(brake, clock.instant());
    end(brake, held, login, reason);
    record.forgetVoices(brake, held);
    return held.size();
  }

  /**
   * Ends one of those that a brake holds; all others wait on.
   *
   * @return whether it was held by that brake
   */
  public boolean cancelOne(String brake, RevocationId id, String login, String reason) {
    if (revocations.heldSince(brake, id).isEmpty()) {
      return false;
    }
    end(brake, List.of(id), login, reason);
    record.forgetVoices(brake, id);
    return true;
  }

  private void end(String brake, List<RevocationId> held, String login, String reason) {
    Instant now = clock.instant();
    String why = "canceled by %s while held by %s: %s".formatted(login, brake, reason);
    held.forEach(id -> change(id, one -> cancel(one, why, now)));
    tell(brake, Act.CANCELED, login, reason, held);
  }

  /** Turned on it stops everything at once; turned off, each held one is judged anew. */
  public void killSwitch(boolean on, String login, String reason) {
    record.set(new KillSwitch(on, reason, login, clock.instant()));
    tell(Brake.KILL_SWITCH, on ? Act.TURNED_ON : Act.TURNED_OFF, login, reason, List.of());
    if (!on) {
      judgeAnew(Brake.KILL_SWITCH);
    }
  }

  /** The reason of a brake has gone. */
  public void judgeAnew(String brake) {
    Instant now = clock.instant();
    revocations.heldBy(brake, now).forEach(id -> change(id, one -> one.judgeAfresh(now)));
  }

  /** What people do to brakes is for the audit as well. */
  private void tell(
      String brake, Act act, String login, String why, List<RevocationId> revocations) {
    record.act(brake, act, login, why, clock.instant());
    outbox.add(new BrakeHandled(brake, act, Actor.operator(login), why, revocations), Cause.NONE);
  }

  private void change(RevocationId id, Function<Held, Next<? extends Revocation>> act) {
    revocations.change(
        id,
        known -> known.filter(Held.class::isInstance).map(Held.class::cast).map(act),
        Cause.NONE);
  }

  private static Next<? extends Revocation> cancel(Held held, String why, Instant now) {
    Requested waiting = held.judgeAfresh(now).state();
    return DecidesTaking.stop(waiting, new Objection(RevocationCanceled.Cause.CALLED_OFF, why));
  }

  private static String howItEnds(String brake) {
    return switch (brake) {
      case Brake.KILL_SWITCH -> "turn it off with PUT /brakes/kill-switch";
      case Brake.DRY_RUN -> "dry run is a setting; it ends with a restart without it";
      case Brake.LEGAL_HOLD -> "lift the hold, or wait until it ends";
      case Brake.REPLACEMENT -> "it ends when the other seat is active";
      default -> "it ends by itself when its reason does";
    };
  }
}
