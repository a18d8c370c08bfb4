package dev.reclaim.revocation;

import static java.util.Comparator.naturalOrder;

import dev.reclaim.connectors.Effect;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RevocationEvent.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be done behind each connection. Asks no outside system. */
@FunctionalInterface
public interface Offers {

  /** Empty if nobody configured that connection. */
  Optional<Offered> behind(ConnectionName connection);

  /**
   * What one connection offers.
   *
   * @param kind the sort of system, for sentences
   * @param steps the steps, beside the seat, that can be taken by a call
   * @param ways how a seat can be freed
   * @param shows the steps of which it can be seen whether they are done
   */
  record Offered(
      String kind, Map<Step, Effect> steps, Map<SeatAction, Effect> ways, Set<Step> shows) {

    public Offered {
      steps = Map.copyOf(steps);
      ways = Map.copyOf(ways);
      shows = Set.copyOf(shows);
    }

    /**
     * Whether a call can take it.
     *
     * @param way how a seat shall be freed; empty for the mildest way
     */
    boolean takes(Step step, Optional<SeatAction> way) {
      return step == Step.FREE_SEAT
          ? way.map(ways::containsKey).orElse(!ways.isEmpty())
          : steps.containsKey(step);
    }

    /**
     * How long the system lets it be put back: not at all what cannot be undone, if it is sign-in
     * or seat. The rest is not missed.
     *
     * @return empty for ever
     */
    Optional<Duration> undoWithin(Step step, Optional<SeatAction> way) {
      return switch (step) {
        case FREE_SEAT ->
            way.or(() -> ways.keySet().stream().min(naturalOrder()))
                .map(ways::get)
                .flatMap(Offered::undoWithin);
        case DISABLE_ACCOUNT -> Optional.ofNullable(steps.get(step)).flatMap(Offered::undoWithin);
        case END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
            Optional.ofNullable(steps.get(step)).flatMap(Effect::undoWithin);
      };
    }

    private static Optional<Duration> undoWithin(Effect effect) {
      return effect.canBeUndone() ? effect.undoWithin() : Optional.of(Duration.ZERO);
    }
  }
}
