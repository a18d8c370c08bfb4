package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent.UsageReported;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Use of one application by one account on one UTC day, as one source tells it; under the sender's
 * names, for whoever they turn out to be.
 *
 * @param account normalised
 * @param label the application as the sender calls it, normalised
 * @param source the sender's name, a slug
 * @param seconds measured use
 * @param unmeasured opens without a measured length
 * @param records how many reports it is made of
 */
public record UsageRow(
    String account,
    String label,
    String source,
    LocalDate day,
    long seconds,
    long opens,
    long unmeasured,
    Instant firstUse,
    Instant lastUse,
    int records) {

  /** What rows have in common that are added up. */
  record Key(String account, String label, String source, LocalDate day) {}

  static UsageRow of(UsageReported usage, String source) {
    Instant at = usage.at().truncatedTo(ChronoUnit.MICROS);
    int opens = usage.opens().orElse(1);
    return new UsageRow(
        Identifier.normalise(usage.account()),
        Identifier.normalise(usage.application()),
        source,
        at.atOffset(ZoneOffset.UTC).toLocalDate(),
        usage.seconds().orElse(0L),
        opens,
        usage.seconds().isPresent() ? 0 : opens,
        at,
        at,
        1);
  }

  Key key() {
    return new Key(account, label, source, day);
  }

  /** Both together; the order does not matter. */
  UsageRow plus(UsageRow other) {
    return new UsageRow(
        account,
        label,
        source,
        day,
        seconds + other.seconds,
        opens + other.opens,
        unmeasured + other.unmeasured,
        firstUse.isBefore(other.firstUse) ? firstUse : other.firstUse,
        lastUse.isAfter(other.lastUse) ? lastUse : other.lastUse,
        records + other.records);
  }
}
