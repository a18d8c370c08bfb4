package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.RevocationEvent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts back what was taken, the last thing first; what was so before is left so. */
final class PutsBack {

  private final VendorFile file;
  private final Runs runs;
  private final Finds finds;

  PutsBack(VendorFile file, Runs runs, Finds finds) {
    this.file = file;
    this.runs = runs;
    this.finds = finds;
  }

  RestoreOutcome restore(SavedState saved, Scope start) {
    if (!saved.connector().equals(file.name()) || saved.value(Saves.ID).isEmpty()) {
      return new RestoreOutcome.Failed(
          "this state was saved by '%s', not by '%s'".formatted(saved.connector(), file.name()),
          "Restore it by hand.");
    }
    Scope known = known(saved, start);
    return switch (finds.byId(known)) {
      case Person.One person -> undo(saved, person);
      case Person.None() ->
          new RestoreOutcome.NoLongerPossible(
              saved.value(Saves.NAME).orElse("the account") + " is gone for good");
      case Person.Many(int count) ->
          new RestoreOutcome.Failed(
              Labels.ambiguous(saved.value(Saves.ID).orElseThrow(), count), Labels.CORRECT);
    };
  }

  private RestoreOutcome undo(SavedState saved, Person.One person) {
    List<String> told = new ArrayList<>();
    for (Step step : List.of(Step.values()).reversed()) {
      Optional<Taking> taking = taking(saved, step);
      if (!saved.undoes().contains(step) || taking.isEmpty()) {
        continue;
      }
      if (saved.value(Saves.DONE + step).equals(Optional.of("true"))) {
        told.add(step + " was so before");
        continue;
      }
      if (!taking.get().effect().canBeUndone()) {
        if (taking.get().done().isPresent()) {
          return new RestoreOutcome.NoLongerPossible(taking.get().effect().loss());
        }
        told.add(step + " needs nothing put back");
        continue;
      }
      Scope looked = runs.run(look(step, taking.get()), person.scope()).scope();
      boolean changed = runs.run(taking.get().undo(), looked).changed();
      told.add(step + (changed ? " is undone" : " was undone already"));
    }
    return new RestoreOutcome.Restored(String.join("; ", told));
  }

  private List<Move> look(Step step, Taking taking) {
    List<Move> moves = new ArrayList<>();
    if (step == Step.FREE_SEAT) {
      file.abilities().seat().ifPresent(seat -> moves.addAll(seat.look()));
    }
    moves.addAll(taking.look());
    return moves;
  }

  private Optional<Taking> taking(SavedState saved, Step step) {
    return step == Step.FREE_SEAT
        ? file.abilities()
            .seat()
            .flatMap(
                seat -> saved.value(Saves.WAY).map(way -> seat.ways().get(SeatAction.valueOf(way))))
        : Optional.ofNullable(file.abilities().steps().get(step));
  }

  /** What was saved, as flows know it. */
  Scope known(SavedState saved, Scope start) {
    ObjectNode values = Bodies.JSON.createObjectNode();
    for (Map.Entry<String, String> value : saved.values().entrySet()) {
      if (value.getKey().startsWith(Saves.VALUE)) {
        values.set(value.getKey().substring(Saves.VALUE.length()), Bodies.saved(value.getValue()));
      }
    }
    Scope known =
        start
            .with("saved", values)
            .with("id", saved.value(Saves.ID).orElseThrow())
            .with("account", saved.value(Saves.ACCOUNT).orElse(""));
    for (String key : List.of(Saves.ENTITLEMENT, Saves.LOWER)) {
      if (saved.value(key).isPresent()) {
        known = known.with(key, saved.value(key).get());
      }
    }
    Scope named = known;
    return saved
        .value(Saves.ENTITLEMENT)
        .flatMap(
            entitlement ->
                file.abilities()
                    .seat()
                    .flatMap(seat -> seat.entitlement().into(named, entitlement)))
        .orElse(named);
  }
}
