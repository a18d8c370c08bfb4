package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One look per step. */
public record Looks(Map<Step, Look> byStep) {

  public Looks {
    byStep = Map.copyOf(byStep);
  }

  /** What all looks are hoped to show. */
  enum Wanted {
    THERE,
    GONE
  }

  /** All looks in one; the worst that was seen counts. */
  sealed interface Sum {
    record AsWanted(String proof) implements Sum {}

    record Otherwise(Step step) implements Sum {}

    record Senseless(String why, String whatToDo) implements Sum {}

    record Unknown(String why) implements Sum {}
  }

  Sum sum(Wanted wanted) {
    List<String> proofs = new ArrayList<>();
    Optional<Sum> unclear = Optional.empty();
    for (Map.Entry<Step, Look> one : new TreeMap<>(byStep).entrySet()) {
      switch (one.getValue()) {
        case Look.There _ -> {
          if (wanted == Wanted.GONE) {
            return new Sum.Otherwise(one.getKey());
          }
          proofs.add(one.getKey() + " is undone");
        }
        case Look.Gone(String proof) -> {
          if (wanted == Wanted.THERE) {
            return new Sum.Otherwise(one.getKey());
          }
          proofs.add(proof);
        }
        case Look.NoTrace _ -> proofs.add(one.getKey() + " leaves no trace to look at");
        case Look.Nowhere(String why, String whatToDo) ->
            unclear = Optional.of(new Sum.Senseless(why, whatToDo));
        case Look.Unreadable(String why, Duration _) ->
            unclear = unclear.or(() -> Optional.of(new Sum.Unknown(why)));
      }
    }
    return unclear.orElseGet(() -> new Sum.AsWanted(String.join("; ", proofs)));
  }
}
