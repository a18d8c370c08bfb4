package dev.reclaim.rules;

import java.util.Set;

/** The holder works at one of these places, as HR calls them. */
public record AtLocation(Set<String> any) implements Condition {

  static final String CODE = "atLocation";

  public AtLocation {
    any = Set.copyOf(new OneOf(any).any());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return new OneOf(any).judge(CODE, "location", facts.holder().place().location());
  }
}
