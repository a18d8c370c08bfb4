package dev.reclaim.revocation.rest;

import dev.reclaim.events.RevocationId;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.BrakeRecord;
import dev.reclaim.revocation.Brakes;
import dev.reclaim.revocation.Held;
import dev.reclaim.revocation.KillSwitch;
import dev.reclaim.revocation.Pace;
import dev.reclaim.revocation.SeesRevocations;
import dev.reclaim.revocation.SeesRevocations.Standing;
import dev.reclaim.revocation.Voice;
import dev.reclaim.revocation.rest.BrakeRow.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what {@code GET /brakes} shows. */
@ApplicationScoped
public class ListsBrakes {

  private static final int MOST_ITEMS = 50;

  private final SeesRevocations view;
  private final BrakeRecord record;
  private final Brakes brakes;
  private final InstantSource clock;

  ListsBrakes(SeesRevocations view, BrakeRecord record, Brakes brakes, InstantSource clock) {
    this.clock = clock;
    this.view = view;
    this.record = record;
    this.brakes = brakes;
  }

  List<BrakeRow> all() {
    Map<String, Integer> held = new TreeMap<>(view.heldCounts());
    List<BrakeRow> rows = new ArrayList<>();
    rows.add(killSwitch(held));
    rows.add(dryRun(held));
    rows.add(workingHours(held));
    rows.add(limit(Brake.LIMIT_IN_ALL, view.paceInAll(), held));
    view.paces().forEach((id, pace) -> rows.add(limit(Brake.limitOf(id), pace, held)));
    held.forEach((id, count) -> rows.add(row(id, State.STOPS, whyOf(id), Optional.empty(), count)));
    return rows;
  }

  private BrakeRow killSwitch(Map<String, Integer> held) {
    KillSwitch found = record.killSwitch();
    return row(
        Brake.KILL_SWITCH,
        found.on() ? State.STOPS : State.OPEN,
        found.since().equals(Instant.EPOCH)
            ? "never used"
            : "turned %s by %s at %s: %s"
                .formatted(found.on() ? "on" : "off", found.by(), found.since(), found.reason()),
        Optional.empty(),
        take(held, Brake.KILL_SWITCH));
  }

  private BrakeRow dryRun(Map<String, Integer> held) {
    return row(
        Brake.DRY_RUN,
        brakes.dryRun() ? State.STOPS : State.OPEN,
        brakes.dryRun() ? "everything is planned and nothing is called" : "off",
        Optional.empty(),
        take(held, Brake.DRY_RUN));
  }

  private BrakeRow workingHours(Map<String, Integer> held) {
    Optional<String> closed = brakes.closedBecause(clock.instant());
    return row(
        Brake.WORKING_HOURS,
        closed.isPresent() ? State.STOPS : State.OPEN,
        closed.orElse("within the working hours"),
        Optional.empty(),
        take(held, Brake.WORKING_HOURS));
  }

  private BrakeRow limit(String id, Pace pace, Map<String, Integer> held) {
    int count = take(held, id);
    Optional<String> stops = brakes.limits().stops(pace);
    State state =
        stops.isPresent() || count > 0
            ? State.STOPS
            : brakes.limits().warns(pace) ? State.WARNS : State.OPEN;
    return row(
        id,
        state,
        stops.orElse(count > 0 ? "waits for people" : "below the limit"),
        Optional.of(
            new BrakeRow.Limit(brakes.limits().perHour(pace), brakes.limits().perDay(pace), pace)),
        count);
  }

  private BrakeRow row(
      String id, State state, String why, Optional<BrakeRow.Limit> limit, int held) {
    List<Standing> items = held == 0 ? List.of() : view.heldBy(id, MOST_ITEMS);
    List<Voice> voices = record.voices(id, clock.instant().minus(Voice.COUNTS_FOR));
    return new BrakeRow(
        id,
        state,
        why,
        limit,
        held,
        items.stream().map(RevocationRow::of).toList(),
        voices.stream().filter(voice -> voice.about().isEmpty()).map(Voice::login).toList(),
        voicesForOne(items, voices));
  }

  /** A voice from before it was held anew does not count. */
  private static Map<String, List<String>> voicesForOne(List<Standing> items, List<Voice> voices) {
    Map<String, List<String>> byItem = new TreeMap<>();
    for (Standing item : items) {
      RevocationId id = item.revocation().task().id();
      List<String> logins =
          voices.stream()
              .filter(voice -> voice.about().equals(Optional.of(id)))
              .filter(voice -> !voice.at().isBefore(item.since()))
              .map(Voice::login)
              .toList();
      if (!logins.isEmpty()) {
        byItem.put(id.value(), logins);
      }
    }
    return byItem;
  }

  private String whyOf(String id) {
    return view.heldBy(id, 1).stream()
        .map(one -> one.revocation())
        .filter(Held.class::isInstance)
        .map(one -> ((Held) one).brake().why())
        .findFirst()
        .orElse("its reason stands");
  }

  private static int take(Map<String, Integer> held, String id) {
    return Optional.ofNullable(held.remove(id)).orElse(0);
  }
}
