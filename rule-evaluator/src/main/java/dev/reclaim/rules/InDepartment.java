package dev.reclaim.rules;

import java.util.Set;

/** The holder belongs to one of these departments, as HR calls them. */
public record InDepartment(Set<String> any) implements Condition {

  static final String CODE = "inDepartment";

  public InDepartment {
    any = Set.copyOf(new OneOf(any).any());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return new OneOf(any).judge(CODE, "department", facts.holder().place().department());
  }
}
