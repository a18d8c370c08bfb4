package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a holder; as told, and nothing else. Days are the holder's own. */
final class AHolder {

  private final List<Leave> leaves = new ArrayList<>();
  private final Set<String> groups = new HashSet<>();
  private ZoneId zone = ZoneOffset.UTC;
  private Set<DayOfWeek> workingDays = Set.of();
  private Optional<Holder.Kind> kind = Optional.empty();
  private Optional<Holder.Status> status = Optional.empty();
  private Instant since = Instant.EPOCH;
  private Optional<LocalDate> startedAt = Optional.empty();
  private Optional<LocalDate> contractEnds = Optional.empty();
  private Optional<Boolean> inRoster = Optional.empty();
  private Optional<Boolean> accountEnabled = Optional.empty();
  private Optional<String> department = Optional.empty();
  private Optional<String> costCentre = Optional.empty();
  private Optional<String> location = Optional.empty();
  private Optional<Place.Move> move = Optional.empty();
  private Optional<Instant> departmentKnownSince = Optional.empty();

  AHolder in(String timeZone) {
    zone = ZoneId.of(timeZone);
    return this;
  }

  ZoneId zone() {
    return zone;
  }

  AHolder works(DayOfWeek... days) {
    workingDays = Set.of(days);
    return this;
  }

  AHolder away(Instant from, Instant until) {
    leaves.add(new Leave(from, until));
    return this;
  }

  AHolder is(Holder.Kind what) {
    kind = Optional.of(what);
    return this;
  }

  AHolder is(Holder.Status what, Instant from) {
    status = Optional.of(what);
    since = from;
    return this;
  }

  AHolder known() {
    return status.isPresent() ? this : is(Holder.Status.ACTIVE, Instant.EPOCH);
  }

  AHolder started(LocalDate day) {
    startedAt = Optional.of(day);
    return known();
  }

  AHolder contractEnds(LocalDate day) {
    contractEnds = Optional.of(day);
    return known();
  }

  AHolder inRoster(boolean yes) {
    inRoster = Optional.of(yes);
    return known();
  }

  AHolder accountEnabled(boolean yes) {
    accountEnabled = Optional.of(yes);
    return this;
  }

  AHolder department(String name) {
    department = Optional.of(name);
    return this;
  }

  AHolder departmentKnownSince(Instant at) {
    departmentKnownSince = Optional.of(at);
    return this;
  }

  AHolder moved(String from, String to, Instant at) {
    move = Optional.of(new Place.Move(from, to, at));
    return department(to);
  }

  AHolder costCentre(String name) {
    costCentre = Optional.of(name);
    return this;
  }

  AHolder location(String name) {
    location = Optional.of(name);
    return this;
  }

  AHolder group(String name) {
    groups.add(name);
    return this;
  }

  Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  HolderFacts facts() {
    Employment.Contract contract =
        new Employment.Contract(
            startedAt.map(this::begin), contractEnds.map(day -> begin(day.plusDays(1))));
    return new HolderFacts(
        kind,
        status.map(known -> new Employment(known, since, contract, inRoster)),
        accountEnabled,
        new Place(
            department, costCentre, location, groups, new Place.Moves(move, departmentKnownSince)),
        new IdleClock(zone, workingDays, leaves));
  }
}
