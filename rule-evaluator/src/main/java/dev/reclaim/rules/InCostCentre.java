package dev.reclaim.rules;

import java.util.Set;

/** The holder belongs to one of these cost centres. */
public record InCostCentre(Set<String> any) implements Condition {

  static final String CODE = "inCostCentre";

  public InCostCentre {
    any = Set.copyOf(new OneOf(any).any());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return new OneOf(any).judge(CODE, "cost centre", facts.holder().place().costCentre());
  }
}
