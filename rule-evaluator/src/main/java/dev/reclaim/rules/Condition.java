package dev.reclaim.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule asks about a seat. A closed set: one record per condition, named as rules spell it,
 * each judging the gathered facts alone.
 */
public sealed interface Condition
    permits Condition.All,
        Condition.Any,
        Condition.Not,
        UnusedFor,
        UsedLessThan,
        NeverUsed,
        PresentElsewhere,
        AnsweredKeep,
        HolderLeft,
        HolderOnLeave,
        NotInRoster,
        AccountDisabled,
        ContractEnded,
        EmployedFor,
        MovedDepartment,
        HolderKind,
        InGroup,
        InDepartment,
        InCostCentre,
        AtLocation,
        SeatOlderThan,
        InheritedSeat,
        PriceAbove,
        CheaperTierWouldDo,
        Overlap,
        RestrictedSoftware,
        UnmatchedAccount {

  Judgement judge(SeatFacts facts);

  /** This condition and all inside it. */
  default Stream<Condition> parts() {
    return Stream.of(this);
  }

  /** How far back it looks at use day by day; empty when it does not. */
  default Optional<Window> looksBackAtUse() {
    return Optional.empty();
  }

  /** Whether any use of the seat, however short, takes the reason away. */
  default boolean useProvesWrong() {
    return false;
  }

  /** All of these. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = several("all", conditions);
    }

    @Override
    public Judgement judge(SeatFacts facts) {
      return Judgement.all(conditions.stream().map(each -> each.judge(facts)).toList());
    }

    @Override
    public Stream<Condition> parts() {
      return Stream.concat(Stream.of(this), conditions.stream().flatMap(Condition::parts));
    }
  }

  /** At least one of these. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = several("any", conditions);
    }

    @Override
    public Judgement judge(SeatFacts facts) {
      return Judgement.any(conditions.stream().map(each -> each.judge(facts)).toList());
    }

    @Override
    public Stream<Condition> parts() {
      return Stream.concat(Stream.of(this), conditions.stream().flatMap(Condition::parts));
    }
  }

  /** The opposite of this, as far as it is proven. */
  record Not(Condition condition) implements Condition {

    @Override
    public Judgement judge(SeatFacts facts) {
      return condition.judge(facts).opposite();
    }

    @Override
    public Stream<Condition> parts() {
      return Stream.concat(Stream.of(this), condition.parts());
    }
  }

  private static List<Condition> several(String key, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException(key + ": names no condition");
    }
    return List.copyOf(conditions);
  }
}
