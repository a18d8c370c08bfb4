package dev.reclaim.rules;

import java.util.Set;

/** The directory has the holder in one of these groups. */
public record InGroup(Set<String> any) implements Condition {

  static final String CODE = "inGroup";

  public InGroup {
    any = Set.copyOf(new OneOf(any).any());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    Set<String> groups = facts.holder().place().groups();
    if (groups.isEmpty()) {
      return Judgement.notEnoughData(CODE, "The holder's groups are not known.");
    }
    OneOf wanted = new OneOf(any);
    return wanted
        .among(groups)
        .map(group -> Judgement.holds(CODE, "The holder is in the group %s.".formatted(group)))
        .orElseGet(
            () -> Judgement.doesNotHold(CODE, "The holder is in none of %s.".formatted(wanted)));
  }
}
