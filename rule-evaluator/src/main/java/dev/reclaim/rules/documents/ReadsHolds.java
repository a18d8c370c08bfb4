package dev.reclaim.rules.documents;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.rules.Hold;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Documents of the kind hold. */
final class ReadsHolds {

  private ReadsHolds() {}

  static Hold of(Keys keys) {
    ZoneId zone = keys.maybeText("timeZone", ReadsHolds::zone).orElse(ZoneOffset.UTC);
    return new Hold(
        keys.text("name", HoldName::new),
        keys.word("type", HoldPlaced.Kind.class),
        new Hold.Scope(keys.maybeText("holder"), keys.maybeText("application", ApplicationId::new)),
        keys.text("reason"),
        keys.text("owner"),
        keys.maybeText("until", text -> moment(text, zone)));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone: '" + name + "' is not a time zone such as Europe/Berlin", e);
    }
  }

  /** A moment, or the end of a day in a time zone, however long that day is there. */
  private static Instant moment(String text, ZoneId zone) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "until: '"
              + text
              + "' is neither a day such as 2027-01-31 nor a moment such as"
              + " 2027-01-31T18:00:00Z",
          e);
    }
  }
}
