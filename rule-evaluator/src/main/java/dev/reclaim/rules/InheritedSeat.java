package dev.reclaim.rules;

import dev.reclaim.events.Via;
import java.util.Set;

/**
 * The seat comes from a group, or from one of these groups.
 *
 * @param from empty for any group
 */
public record InheritedSeat(Set<String> from) implements Condition {

  static final String CODE = "inheritedSeat";

  public InheritedSeat {
    from = from.isEmpty() ? Set.of() : Set.copyOf(new OneOf(from).any());
  }

  @Override
  public Judgement judge(SeatFacts facts) {
    return switch (facts.seat().via()) {
      case Via.Direct _ -> Judgement.doesNotHold(CODE, "The seat was assigned directly.");
      case Via.Group(String group) -> {
        String sentence = "The seat comes from the group %s.".formatted(group);
        yield from.isEmpty() || new OneOf(from).among(Set.of(group)).isPresent()
            ? Judgement.holds(CODE, sentence)
            : Judgement.doesNotHold(CODE, sentence);
      }
    };
  }
}
