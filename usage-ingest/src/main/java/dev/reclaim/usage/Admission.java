package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.InboxEvent;
import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.events.InboxEvent.SeatReported;
import dev.reclaim.events.InboxEvent.SourceRecord;
import dev.reclaim.events.InboxEvent.UsageReported;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is refused at the door, whichever door it comes through: HTTP answers with the reason, from
 * Kafka it becomes a dead letter with the same reason.
 *
 * @param tolerance how far a sender's clock may be ahead of ours
 */
public record Admission(Duration tolerance) {

  /** Nobody's log reaches further back; older dates are unset clocks. */
  private static final Instant TOO_OLD = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant EARLIEST_DATE = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST_DATE = Instant.parse("2200-01-01T00:00:00Z");
  private static final int LONGEST = 200;

  public Admission {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("reclaim.usage.future-tolerance: is negative");
    }
  }

  /**
   * Why an event is refused, as {@code field: reason}; empty when it is welcome.
   *
   * @param time the event's own time
   */
  public Optional<String> refusal(InboxEvent event, Instant time, Instant now) {
    return Stream.of(moment("time", time, now), content(event, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> content(InboxEvent event, Instant now) {
    return switch (event) {
      case UsageReported usage ->
          moment("at", usage.at(), now)
              .or(() -> clean("account", usage.account()))
              .or(() -> clean("application", usage.application()))
              .or(() -> clean("kind", usage.kind().orElse("")));
      case HolderReported holder -> people(holder).or(() -> date("since", holder.since()));
      case SeatReported seat ->
          clean("account", seat.account())
              .or(() -> clean("application", seat.application()))
              .or(() -> clean("tier", seat.tier().orElse("")))
              .or(() -> date("assignedAt", seat.assignedAt()))
              .or(() -> groupName("via", seat.via().orElse("")));
      case SourceRecord _ -> Optional.empty();
    };
  }

  private Optional<String> moment(String field, Instant at, Instant now) {
    if (at.isAfter(now.plus(tolerance))) {
      return Optional.of(
          "%s: %s lies more than %d s in the future".formatted(field, at, tolerance.toSeconds()));
    }
    return at.isBefore(TOO_OLD)
        ? Optional.of("%s: %s lies before the year 2000".formatted(field, at))
        : Optional.empty();
  }

  /** A distinguished name may be long. */
  private static Optional<String> groupName(String field, String name) {
    return name.length() > 10 * LONGEST
        ? Optional.of(field + ": is longer than " + 10 * LONGEST + " characters")
        : printable(field, name);
  }

  /** What may lie ahead, as a leaver's last day does, but not beyond all reason. */
  private static Optional<String> date(String field, Optional<Instant> date) {
    return date.filter(d -> d.isBefore(EARLIEST_DATE) || d.isAfter(LATEST_DATE))
        .map(d -> "%s: %s is not between the years 1900 and 2200".formatted(field, d));
  }

  private static Optional<String> people(HolderReported holder) {
    try {
      Said.identifiersOf(holder);
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    return clean("name", holder.name() == null ? "" : holder.name())
        .or(() -> clean("manager", holder.manager().orElse("")))
        .or(() -> clean("owner", holder.owner().orElse("")))
        .or(() -> clean("department", holder.department().orElse("")))
        .or(() -> details(holder.details().orElse(Holder.Details.NONE)));
  }

  private static Optional<String> details(Holder.Details details) {
    return clean("details.costCentre", details.costCentre().orElse(""))
        .or(() -> clean("details.location", details.location().orElse("")))
        .or(
            () ->
                details.groups().stream()
                    .flatMap(group -> groupName("details.groups", group).stream())
                    .findFirst());
  }

  static Optional<String> clean(String field, String text) {
    if (text.length() > LONGEST) {
      return Optional.of(field + ": is longer than " + LONGEST + " characters");
    }
    return printable(field, text);
  }

  private static Optional<String> printable(String field, String text) {
    return text.chars().noneMatch(Character::isISOControl)
        ? Optional.empty()
        : Optional.of(field + ": holds a control character");
  }
}
