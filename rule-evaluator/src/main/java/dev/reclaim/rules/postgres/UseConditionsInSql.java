package dev.reclaim.rules.postgres;

import dev.reclaim.rules.CheaperTierWouldDo;
import dev.reclaim.rules.Overlap;
import dev.reclaim.rules.PresentElsewhere;
import dev.reclaim.rules.UnusedFor;
import dev.reclaim.rules.UsedLessThan;
import dev.reclaim.rules.Window;
import java.time.Duration;
import java.time.Instant;

/** The conditions about use. */
final class UseConditionsInSql {

  private static final int ALMOST_A_SECOND = 999_999_999;

  private final FactsInSql facts;

  UseConditionsInSql(FactsInSql facts) {
    this.facts = facts;
  }

  Answer unusedFor(UnusedFor unused) {
    Fragment day = facts.lastDay();
    Fragment first = facts.firstDay(unused.time());
    return silent(
        Fragment.of("(? < ? OR ? IS NULL)", day, first, day),
        Fragment.of("? >= ?", day, first),
        unused.time());
  }

  Answer usedLessThan(UsedLessThan used) {
    return switch (used.amount()) {
      case UsedLessThan.Opens(int times) ->
          silent(
              Fragment.of("? < ?::bigint", facts.opens(used.within()), (long) times),
              Fragment.of("? >= ?::bigint", facts.opens(used.within()), (long) times),
              used.within());
      case UsedLessThan.Time(Window time) -> {
        Fragment seconds = facts.seconds(used.within());
        yield silent(
            Fragment.of(
                "? < ?::bigint AND (NOT ? OR ? <= ?)",
                seconds,
                wholeSeconds(time.length()),
                facts.unmeasured(used.within()),
                facts.measuredSince(),
                facts.start(used.within())),
            Fragment.of("? >= ?::bigint", seconds, wholeSeconds(time.length())),
            used.within());
      }
    };
  }

  /**
   * Use is kept in whole seconds, so it reaches a time exactly where it reaches the next second.
   */
  private static long wholeSeconds(Duration time) {
    return time.plusNanos(ALMOST_A_SECOND).toSeconds();
  }

  /** Too little use, by somebody who had the time for it, while somebody was watching. */
  private Answer silent(Fragment tooLittle, Fragment enough, Window window) {
    Fragment open = Fragment.of("? AND f.held_since <= ?", tooLittle, facts.start(window));
    return Answer.of(
        Fragment.of("? AND f.covered_since <= ?", open, facts.start(window)), enough, open);
  }

  Answer neverUsed() {
    return Answer.of(
        Fragment.of("? AND f.covered_since <= f.held_since", NOT_USED_SINCE_HELD),
        Fragment.of("f.last >= f.held_since OR (f.first_seen_only AND f.last IS NOT NULL)"),
        NOT_USED_SINCE_HELD);
  }

  private static final Fragment NOT_USED_SINCE_HELD =
      Fragment.of("(f.last IS NULL OR (f.last < f.held_since AND NOT f.first_seen_only))");

  Answer presentElsewhere(PresentElsewhere present) {
    Instant start = facts.before(present.within());
    return Answer.elseUnknown(
        Fragment.of("? >= ?::timestamptz", facts.lastElsewhere(), start),
        Fragment.of(
            "? < ?::timestamptz AND ? <= ?::timestamptz",
            facts.lastElsewhere(),
            start,
            facts.othersSince(),
            start));
  }

  Answer cheaperTierWouldDo(CheaperTierWouldDo cheaper) {
    Window within = cheaper.within();
    Fragment enough =
        Fragment.of(
            """
            EXISTS (SELECT FROM cheaper b WHERE b.application = f.application
              AND b.tier = f.tier AND b.features @> ?)\
            """,
            facts.features(within));
    Fragment possible =
        Fragment.of(
            """
            EXISTS (SELECT FROM cheaper b WHERE b.application = f.application
              AND b.tier = f.tier AND (b.features IS NULL OR b.features @> ?))\
            """,
            facts.features(within));
    Fragment open = Fragment.of("f.held_since <= ? AND ?", facts.start(within), possible);
    return Answer.of(
        Fragment.of(
            "f.held_since <= ? AND f.covered_since <= ? AND NOT ? AND ?",
            facts.start(within),
            facts.start(within),
            facts.featuresUnknown(within),
            enough),
        Fragment.of("NOT ?", possible),
        open);
  }

  Answer overlap(Overlap overlap) {
    Window within = overlap.within();
    Fragment table = facts.overlap(within);
    Fragment start = facts.start(within);
    Fragment covered = Fragment.of("f.held_since <= ? AND f.covered_since <= ?", start, start);
    Fragment settled =
        Fragment.of(
            "f.id IN (SELECT seat FROM ? WHERE preferred IS NOT TRUE AND NOT unknown)", table);
    Fragment alone = Fragment.of("f.id NOT IN (SELECT seat FROM ?)", table);
    return Answer.of(
        Fragment.of("? AND f.id IN (SELECT seat FROM ? WHERE preferred)", covered, table),
        Fragment.of("? OR (? AND ?)", alone, covered, settled),
        Fragment.of(
            "f.held_since <= ? AND NOT ? AND NOT (f.covered_since <= ? AND ?) IS TRUE",
            start,
            alone,
            start,
            settled));
  }
}
