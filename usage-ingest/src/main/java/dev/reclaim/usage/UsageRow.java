package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent.UsageReported;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
 * @param features what was used, as the sender names it; empty when one of the reports did not say
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
    int records,
    Optional<Set<String>> features) {

  /** More than so many are no features, but names of something else. */
  private static final int MOST_FEATURES = 100;

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
        1,
        usage.kind().map(String::strip).filter(kind -> !kind.isEmpty()).map(Set::of));
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
        records + other.records,
        features.flatMap(own -> other.features.flatMap(others -> together(own, others))));
  }

  private static Optional<Set<String>> together(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both.size() > MOST_FEATURES ? Optional.empty() : Optional.of(both);
  }
}
