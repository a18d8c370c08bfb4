package dev.reclaim.rules.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reclaim.events.Money;
import dev.reclaim.rules.JudgedSeat;
import dev.reclaim.rules.Preview;
import dev.reclaim.rules.Preview.Kind;
import dev.reclaim.rules.PreviewRule;
import dev.reclaim.rules.SeatCase;
import dev.reclaim.rules.VersionedRule;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Previews over many seats with all verdicts, in two currencies and without a price. */
class PreviewOfATownTest {

  private static final int HOLDERS = 120;
  private static final int LISTED = 200;

  private final long seed = Long.getLong("reclaim.seed", new Random().nextLong());

  @Test
  void countsAndAddsUpWhatTheJudgeSaysOfEachSeat() throws SQLException {
    List<VersionedRule> rules = new RandomRules(new Random(seed)).rules(5);
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    int currencies = 0;
    try (RandomTown town = RandomTown.of("rules_sweep", seed, HOLDERS, rules)) {
      List<SeatCase> all = town.look();
      for (VersionedRule rule : rules) {
        // when
        Preview preview = preview(town, rule);
        // then
        String what = "seed %d: %s".formatted(seed, rule.rule());
        assertThat(preview.counts()).as(what).isEqualTo(counts(all, rule));
        assertThat(preview.pricePerMonth())
            .as(what)
            .containsExactlyInAnyOrderElementsOf(money(all, rule));
        assertThat(preview.seats().stream().map(PreviewOfATownTest::shown).toList())
            .as(what)
            .isEqualTo(listed(all, rule));
        preview.counts().forEach((kind, seats) -> seen.addAll(seats > 0 ? Set.of(kind) : Set.of()));
        currencies = Math.max(currencies, preview.pricePerMonth().size());
      }
    }
    assertThat(seen).as("seed %d", seed).containsOnly(Kind.values());
    assertThat(currencies).as("seed %d", seed).isEqualTo(2);
  }

  private static Preview preview(RandomTown town, VersionedRule rule) {
    return new PreviewRule(
            new PostgresVerdicts(town.database(), town.policies()),
            town.seats(),
            town.database()::call,
            town::asOf)
        .preview(rule, LISTED);
  }

  private static Map<Kind, Long> counts(List<SeatCase> all, VersionedRule rule) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> counts.put(kind, 0L));
    all.forEach(seat -> counts.merge(kind(seat, rule), 1L, Long::sum));
    return counts;
  }

  private static List<Money> money(List<SeatCase> all, VersionedRule rule) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    all.stream()
        .filter(seat -> kind(seat, rule) == Kind.RECLAIMABLE)
        .flatMap(seat -> seat.pricePerMonth().stream())
        .forEach(
            price ->
                sums.merge(price.currency().getCurrencyCode(), price.amount(), BigDecimal::add));
    List<Money> money = new ArrayList<>();
    sums.forEach((currency, sum) -> money.add(new Money(sum, Currency.getInstance(currency))));
    return money;
  }

  /** Reclaimable ones first, then those that are not, then those of which nobody can tell. */
  private static List<String> listed(List<SeatCase> all, VersionedRule rule) {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                all.stream()
                    .filter(seat -> kind(seat, rule) == kind)
                    .map(seat -> kind + " " + seat.facts().seat().id())
                    .sorted())
        .limit(LISTED)
        .toList();
  }

  private static String shown(JudgedSeat seat) {
    return Kind.of(seat.verdict()) + " " + seat.seat().id();
  }

  private static Kind kind(SeatCase seat, VersionedRule rule) {
    return Kind.of(seat.verdict(rule.rule()));
  }
}
