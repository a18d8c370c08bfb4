package dev.reclaim.rules;

import dev.reclaim.events.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a rule would find now. Filled seat by seat; keeps only so many of them. */
public final class Preview {

  /** The three verdicts, as counts name them. */
  public enum Kind {
    RECLAIMABLE,
    NOT_RECLAIMABLE,
    NOT_ENOUGH_DATA;

    /** The kind of a verdict. */
    public static Kind of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Reclaimable _ -> RECLAIMABLE;
        case Verdict.NotReclaimable _ -> NOT_RECLAIMABLE;
        case Verdict.NotEnoughData _ -> NOT_ENOUGH_DATA;
      };
    }
  }

  private final VersionedRule rule;
  private final Instant asOf;
  private final int atMost;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<Kind, List<JudgedSeat>> shown = new EnumMap<>(Kind.class);
  private final Map<String, BigDecimal> money = new TreeMap<>();

  Preview(VersionedRule rule, Instant asOf, int atMost) {
    this.rule = rule;
    this.asOf = asOf;
    this.atMost = atMost;
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0L);
      shown.put(kind, new ArrayList<>());
    }
  }

  void add(SeatCase seat) {
    Verdict verdict = seat.verdict(rule.rule());
    Kind kind = Kind.of(verdict);
    counts.merge(kind, 1L, Long::sum);
    if (kind == Kind.RECLAIMABLE) {
      seat.pricePerMonth().ifPresent(this::add);
    }
    if (shown.get(kind).size() < atMost) {
      SeatFacts facts = seat.facts();
      shown
          .get(kind)
          .add(new JudgedSeat(facts.seat(), verdict, facts.evidence(rule.rule().reach())));
    }
  }

  private void add(Money price) {
    money.merge(price.currency().getCurrencyCode(), price.amount(), BigDecimal::add);
  }

  public VersionedRule rule() {
    return rule;
  }

  public Instant asOf() {
    return asOf;
  }

  public Map<Kind, Long> counts() {
    return Map.copyOf(counts);
  }

  /** What the reclaimable seats cost, one sum per currency. */
  public List<Money> pricePerMonth() {
    return money.entrySet().stream()
        .map(sum -> new Money(sum.getValue(), Currency.getInstance(sum.getKey())))
        .toList();
  }

  /** The seats, reclaimable ones first, then in the order of their ids. */
  public List<JudgedSeat> seats() {
    return shown.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .flatMap(entry -> entry.getValue().stream())
        .limit(atMost)
        .toList();
  }
}
