package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Saves what a file names under {@code saves}, and which steps were done already. */
final class Saves {

  static final String ID = "id";
  static final String NAME = "name";
  static final String ACCOUNT = "account";
  static final String ENTITLEMENT = "entitlement";
  static final String LOWER = "lower";
  static final String WAY = "way";
  static final String DONE = "done.";
  static final String VALUE = "value.";

  private final VendorFile file;
  private final Runs runs;
  private final Finds finds;

  Saves(VendorFile file, Runs runs, Finds finds) {
    this.file = file;
    this.runs = runs;
    this.finds = finds;
  }

  CaptureOutcome save(String account, SeatSource source, Set<Step> before) {
    return switch (finds.byLabel(account)) {
      case Person.One person ->
          new CaptureOutcome.Saved(
              new SavedState(file.name(), before, values(person, account, source, before)));
      case Person.None() -> new CaptureOutcome.Failed(Labels.unknown(account), Labels.CORRECT);
      case Person.Many(int count) ->
          new CaptureOutcome.Failed(Labels.ambiguous(account, count), Labels.CORRECT);
    };
  }

  private Map<String, String> values(
      Person.One person, String account, SeatSource source, Set<Step> before) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(ID, person.id());
    values.put(NAME, person.name());
    values.put(ACCOUNT, account);
    Scope known = person.scope();
    for (Step step : Step.values()) {
      if (!before.contains(step)) {
        continue;
      }
      if (step == Step.FREE_SEAT) {
        known = saveSeat(values, known, source);
      } else {
        known = saveStep(values, known, step);
      }
    }
    for (Map.Entry<String, Template> save : file.abilities().saves().entrySet()) {
      value(save.getValue(), known)
          .ifPresent(value -> values.put(VALUE + save.getKey(), Bodies.save(value)));
    }
    return values;
  }

  private Scope saveSeat(Map<String, String> values, Scope scope, SeatSource source) {
    if (file.abilities().seat().isEmpty()) {
      return scope;
    }
    Seats seats = new Seats(runs, file.abilities().seat().get());
    Seats.Seen seen = seats.look(seats.of(scope, source), source);
    values.put(WAY, seats.way(source).name());
    values.put(ENTITLEMENT, source.entitlement());
    source.lowerEntitlement().ifPresent(lower -> values.put(LOWER, lower));
    values.put(DONE + Step.FREE_SEAT, Boolean.toString(seen.look() instanceof SeatLook.Absent));
    return seen.scope();
  }

  private Scope saveStep(Map<String, String> values, Scope scope, Step step) {
    Taking taking = file.abilities().steps().get(step);
    if (taking == null) {
      return scope;
    }
    Scope known = runs.run(taking.look(), scope).scope();
    boolean done = Takes.look(taking, known) instanceof StepLook.Done;
    values.put(DONE + step, Boolean.toString(done));
    return known;
  }

  private static Optional<JsonNode> value(Template template, Scope scope) {
    try {
      return Optional.of(new JsonTemplate.Text(template).fill(scope));
    } catch (Template.Unfilled e) {
      return Optional.empty();
    }
  }
}
