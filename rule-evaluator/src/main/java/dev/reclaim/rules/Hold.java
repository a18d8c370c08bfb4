package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A dated exception: these seats must not be touched.
 *
 * @param scope whose and which seats
 * @param until when it ends by itself; empty for a legal hold
 */
public record Hold(
    HoldName name,
    HoldPlaced.Kind type,
    Scope scope,
    String reason,
    String owner,
    Optional<Instant> until)
    implements Policy {

  /** What is not forever must be looked at again. */
  public static final Window LONGEST = Window.ofDays(180);

  public Hold {
    if (until.isEmpty() && type != HoldPlaced.Kind.LEGAL) {
      throw new IllegalArgumentException("until: is missing; only a legal hold has no end");
    }
  }

  /**
   * The seats of a holder, of an application, or of a holder in an application.
   *
   * @param holder any identifier of the holder
   */
  public record Scope(Optional<String> holder, Optional<ApplicationId> application) {
    public Scope {
      if (holder.isEmpty() && application.isEmpty()) {
        throw new IllegalArgumentException("holder: is missing, and so is application");
      }
    }
  }

  /**
   * Checks what only the moment of placing can tell.
   *
   * @throws BadPolicy when it is over already, or longer than {@link #LONGEST} and not legal
   */
  public void mayBePlacedAt(Instant now) {
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      throw new BadPolicy("until", "is already over");
    }
    if (type != HoldPlaced.Kind.LEGAL && until.filter(LONGEST.after(now)::isBefore).isPresent()) {
      throw new BadPolicy("until", "is more than 180 days away; only a legal hold may last longer");
    }
  }

  String sentence() {
    return "A %s hold stands on it%s: %s (%s)."
        .formatted(
            type.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            until.map(end -> " until " + Words.day(end)).orElse(""),
            reason,
            name);
  }
}
