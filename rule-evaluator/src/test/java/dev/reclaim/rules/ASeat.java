package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Via;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts of a seat in the words of the domain; as told, and nothing else is known. */
final class ASeat {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final SourceName AGENT = new SourceName("agent");

  private final SeatRef ref =
      SeatRef.of(
          HolderId.of("4711"),
          new ApplicationId("tableau"),
          SeatRef.ONLY_TIER,
          "ada@example.com",
          new Via.Direct());
  private final List<UseOnDay> days = new ArrayList<>();
  private final List<Coverage> coverage = new ArrayList<>();
  private final List<Coverage> coverageElsewhere = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private Instant asOf = NOW;
  private Tenure tenure =
      new Tenure(NOW.minus(Duration.ofDays(1_000)), Tenure.Known.ASSIGNED, true, Optional.empty());
  private Optional<Employment> employment = Optional.empty();
  private Optional<Instant> lastElsewhere = Optional.empty();

  static ASeat seat() {
    return new ASeat();
  }

  static Duration days(long days) {
    return Duration.ofDays(days);
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  ASeat asOf(Instant moment) {
    asOf = moment;
    return this;
  }

  ASeat assigned(Duration ago) {
    return held(ago, Tenure.Known.ASSIGNED);
  }

  ASeat firstSeen(Duration ago) {
    return held(ago, Tenure.Known.FIRST_SEEN);
  }

  ASeat restored(Duration ago) {
    return held(ago, Tenure.Known.RESTORED);
  }

  private ASeat held(Duration ago, Tenure.Known known) {
    tenure = new Tenure(asOf.minus(ago), known, true, Optional.empty());
    return this;
  }

  ASeat gone(Duration ago) {
    tenure = new Tenure(tenure.since(), tenure.known(), false, Optional.of(asOf.minus(ago)));
    return this;
  }

  ASeat used(Duration ago, Duration measured) {
    return use(ago, measured, 0);
  }

  ASeat openedWithoutLength(Duration ago) {
    return use(ago, Duration.ZERO, 1);
  }

  private ASeat use(Duration ago, Duration measured, int unmeasured) {
    Instant at = asOf.minus(ago);
    days.add(
        new UseOnDay(
            LocalDate.ofInstant(at, ZoneOffset.UTC),
            measured,
            new UseOnDay.Opens(1, unmeasured),
            at,
            Set.of(AGENT),
            Optional.empty()));
    return this;
  }

  /** By a source that reported just now. */
  ASeat covered(Duration since) {
    return covered(since, Duration.ZERO);
  }

  ASeat covered(Duration since, Duration silentFor) {
    coverage.add(
        new Coverage(AGENT, asOf.minus(since), asOf.minus(silentFor), Instant.EPOCH, Sees.OPENS));
    return this;
  }

  /** By a source that told of all this just now, and is believed only later. */
  ASeat coveredButBelievedIn(Duration later, Duration since) {
    coverage.add(new Coverage(AGENT, asOf.minus(since), asOf, asOf.plus(later), Sees.OPENS));
    return this;
  }

  ASeat presentElsewhere(Duration ago) {
    lastElsewhere = Optional.of(asOf.minus(ago));
    return this;
  }

  ASeat coveredElsewhere(Duration since, Duration silentFor) {
    coverageElsewhere.add(
        new Coverage(AGENT, asOf.minus(since), asOf.minus(silentFor), Instant.EPOCH, Sees.OPENS));
    return this;
  }

  ASeat holderIs(Holder.Status status, Duration sinceAgo) {
    employment = Optional.of(new Employment(status, asOf.minus(sinceAgo)));
    return this;
  }

  ASeat under(Hold hold) {
    holds.add(hold);
    return this;
  }

  SeatFacts facts() {
    return new SeatFacts(
        new HeldSeat(ref, tenure, Optional.empty(), Optional.empty()),
        asOf,
        new HolderFacts(
            Optional.empty(), employment, Optional.empty(), Place.UNKNOWN, IdleClock.PLAIN),
        new Use(days, days.stream().map(UseOnDay::last).max(Instant::compareTo), coverage),
        new Presence(lastElsewhere, coverageElsewhere, List.of()),
        holds);
  }
}
