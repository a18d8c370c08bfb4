package dev.reclaim.revocation;

import dev.reclaim.events.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a wish to have a seat back can be granted. */
public final class RestoresSeats {

  /** The answer to the wish. */
  public sealed interface Answer {

    /** The work begins. */
    record Begins(Next<Restoring> next) implements Answer {}

    /** It is under way or done already; asking again changes nothing. */
    record Already() implements Answer {}

    /** It cannot be granted now, or not at all. */
    record Refused(String why) implements Answer {}
  }

  private RestoresSeats() {}

  /**
   * Decides.
   *
   * @param restorableDays what the policy says now; counts where no window was promised
   */
  public static Answer ask(
      Revocation known, int restorableDays, Actor by, String reason, Instant now) {
    return switch (known) {
      case Verified verified ->
          grant(verified.course(), verified.restorableUntil(), now)
              .<Answer>map(Answer.Refused::new)
              .orElseGet(() -> new Answer.Begins(verified.restore(by, reason, now)));
      case Failed failed ->
          grant(failed.course(), windowOf(failed.course(), restorableDays), now)
              .<Answer>map(Answer.Refused::new)
              .orElseGet(() -> new Answer.Begins(failed.restore(by, reason, now)));
      case RestoreFailed failed ->
          grant(failed.course(), windowOf(failed.course(), restorableDays), now)
              .<Answer>map(Answer.Refused::new)
              .orElseGet(() -> new Answer.Begins(failed.restore(by, reason, now)));
      case Restoring _, PuttingBack _, CheckingRestore _, Restored _ -> new Answer.Already();
      case Requested _, Held _, InFlight _, ByHand _, AwaitingVerification _ ->
          new Answer.Refused(
              "it is still under way; call the candidate off, or wait until it ends");
      case Canceled _ -> new Answer.Refused("nothing was taken, so there is nothing to put back");
    };
  }

  private static Optional<String> grant(Course course, Instant until, Instant now) {
    if (course.kept().isEmpty()) {
      return Optional.of(
          course.taken().isEmpty()
              ? "nothing was taken, so there is nothing to put back"
              : "nothing was saved, since it was done by hand or was gone already; give it by"
                  + " hand");
    }
    return now.isAfter(until)
        ? Optional.of("it could be restored until " + until)
        : Optional.empty();
  }

  private static Instant windowOf(Course course, int days) {
    return course.lastTouched().orElse(Instant.EPOCH).plus(Duration.ofDays(days));
  }
}
