package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import dev.reclaim.events.RevocationEvent.BrakeHandled;
import dev.reclaim.events.RevocationEvent.BrakeHandled.Act;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import dev.reclaim.events.RevocationId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people do about what brakes hold. Every act is on record with who and why. */
public final class ReleasesBrakes {

  /** A first voice that no second one follows is forgotten after this long. */
  private static final Duration VOICE_COUNTS_FOR = Duration.ofHours(24);

  /** How a wish to release ended. */
  public sealed interface Answer {

    /** One voice is there; another person has to agree. */
    record NeedsSecondVoice(String first) implements Answer {}

    /** Two agreed: each of these is judged anew. */
    record Released(int revocations) implements Answer {}

    /** It makes no sense. */
    record Refused(String why) implements Answer {}
  }

  private final Revocations revocations;
  private final BrakeRecord record;
  private final Outbox outbox;
  private final InstantSource clock;

  public ReleasesBrakes(
      Revocations revocations, BrakeRecord record, Outbox outbox, InstantSource clock) {
    this.revocations = revocations;
    this.record = record;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Only what was held when the first person agreed is let pass: nobody agreed to the rest. */
  public Answer release(String brake, String login) {
    Instant now = clock.instant();
    if (!Brake.mayBeReleased(brake)) {
      return new Answer.Refused(howItEnds(brake));
    }
    if (revocations.heldBy(brake, now).isEmpty()) {
      return new Answer.Refused("it holds nothing now");
    }
    List<Voice> voices = record.voices(brake, now.minus(VOICE_COUNTS_FOR));
    Optional<Voice> other =
        voices.stream().filter(voice -> !voice.login().equals(login)).findFirst();
    if (other.isEmpty()) {
      record.speak(brake, login, now);
      tell(brake, Act.RELEASE_ASKED, login, "release", List.of());
      return new Answer.NeedsSecondVoice(login);
    }
    String why = "released from %s by %s and %s".formatted(brake, other.get().login(), login);
    List<RevocationId> held = revocations.heldBy(brake, other.get().at());
    held.forEach(id -> change(id, one -> one.release(why, now)));
    record.forgetVoices(brake);
    tell(brake, Act.RELEASED, login, why, held);
    return new Answer.Released(held.size());
  }

  /**
   * Ends everything that a brake holds.
   *
   * @return how many
   */
  public int cancel(String brake, String login, String reason) {
    Instant now = clock.instant();
    List<RevocationId> held = revocations.heldBy(brake, now);
    String why = "canceled by %s while held by %s: %s".formatted(login, brake, reason);
    held.forEach(id -> change(id, one -> cancel(one, why, now)));
    record.forgetVoices(brake);
    tell(brake, Act.CANCELED, login, reason, held);
    return held.size();
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
