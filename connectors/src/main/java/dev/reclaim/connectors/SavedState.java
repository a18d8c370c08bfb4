package dev.reclaim.connectors;

import dev.reclaim.events.RevocationEvent.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The full earlier state of an account and its seat; to be stored before the first call.
 *
 * @param connector the kind that saved it and can read it
 * @param undoes the steps that were about to be taken; a restore touches nothing else
 * @param values as the connector names them; texts only, no secret among them
 */
public record SavedState(String connector, Set<Step> undoes, Map<String, String> values) {

  public SavedState {
    Must.beText("savedState.connector", connector);
    undoes = Set.copyOf(undoes);
    values = Map.copyOf(values);
  }

  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
