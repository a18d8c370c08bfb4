package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SourceHealth.Sees;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Via;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Facts of a seat in the words of the domain; as told, and nothing else is known. */
final class ASeat {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final SourceName AGENT = new SourceName("agent");

  private final AHolder holder = new AHolder();
  private final List<UseOnDay> days = new ArrayList<>();
  private final List<Coverage> coverage = new ArrayList<>();
  private final List<Coverage> coverageElsewhere = new ArrayList<>();
  private final List<Rival> rivals = new ArrayList<>();
  private final List<SeatTerms.Tier> cheaper = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private HolderId whose = HolderId.of("4711");
  private Via via = new Via.Direct();
  private Instant asOf = NOW;
  private Tenure tenure =
      new Tenure(NOW.minus(Duration.ofDays(1_000)), Tenure.Known.ASSIGNED, true, Optional.empty());
  private Optional<Instant> lastElsewhere = Optional.empty();
  private Optional<Instant> lastKept = Optional.empty();
  private Optional<Money> price = Optional.empty();
  private Optional<Boolean> restricted = Optional.of(false);

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

  Instant asOf() {
    return asOf;
  }

  /** Whoever holds it. */
  AHolder holder() {
    return holder;
  }

  // Since when it is held.

  ASeat assigned(Duration ago) {
    return held(asOf.minus(ago), Tenure.Known.ASSIGNED);
  }

  ASeat firstSeen(Duration ago) {
    return held(asOf.minus(ago), Tenure.Known.FIRST_SEEN);
  }

  ASeat restored(Duration ago) {
    return held(asOf.minus(ago), Tenure.Known.RESTORED);
  }

  ASeat held(Instant since, Tenure.Known known) {
    tenure = new Tenure(since, known, true, Optional.empty());
    return this;
  }

  ASeat gone(Duration ago) {
    tenure = new Tenure(tenure.since(), tenure.known(), false, Optional.of(asOf.minus(ago)));
    return this;
  }

  ASeat ofNobodyKnown() {
    whose = HolderId.ofAccount("ada@example.com");
    return this;
  }

  ASeat fromGroup(String group) {
    via = new Via.Group(group);
    return this;
  }

  ASeat kept(Instant at) {
    lastKept = Optional.of(at);
    return this;
  }

  // How it was used.

  ASeat used(Duration ago, Duration measured) {
    return used(asOf.minus(ago), measured);
  }

  ASeat used(Instant at, Duration measured) {
    return use(at, measured, new UseOnDay.Opens(1, 0), Optional.empty());
  }

  ASeat openedWithoutLength(Duration ago) {
    return opened(asOf.minus(ago), 1);
  }

  ASeat opened(Instant at, int times) {
    return use(at, Duration.ZERO, new UseOnDay.Opens(times, times), Optional.empty());
  }

  ASeat usedWith(Instant at, Set<String> features) {
    return use(at, minutes(5), new UseOnDay.Opens(1, 0), Optional.of(features));
  }

  private ASeat use(
      Instant at, Duration measured, UseOnDay.Opens opens, Optional<Set<String>> features) {
    days.add(new UseOnDay(utcDay(at), measured, opens, at, Set.of(AGENT), features));
    return this;
  }

  private static LocalDate utcDay(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  // Who watched.

  /** By a source that reported just now. */
  ASeat covered(Duration since) {
    return covered(since, Duration.ZERO);
  }

  ASeat covered(Duration since, Duration silentFor) {
    return covered(asOf.minus(since), asOf.minus(silentFor), Sees.OPENS);
  }

  ASeat covered(Instant since, Instant lastRecord, Sees sees) {
    coverage.add(new Coverage(AGENT, since, lastRecord, Instant.EPOCH, sees));
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

  /** Another seat of the same purpose, used for five minutes on each of the last days. */
  ASeat alsoHas(String application, int daysOfUse, Optional<Duration> coveredSince) {
    return rival(
        application,
        IntStream.range(0, daysOfUse)
            .mapToObj(ago -> day(asOf.minus(days(ago)), minutes(5)))
            .toList(),
        coveredSince.map(asOf::minus));
  }

  /** Another seat of the same purpose, used once. */
  ASeat alsoHas(String application, Instant used, Duration measured, Instant coveredSince) {
    return rival(application, List.of(day(used, measured)), Optional.of(coveredSince));
  }

  private static UseOnDay day(Instant at, Duration measured) {
    return new UseOnDay(
        utcDay(at), measured, new UseOnDay.Opens(1, 0), at, Set.of(AGENT), Optional.empty());
  }

  private ASeat rival(String application, List<UseOnDay> use, Optional<Instant> coveredSince) {
    SeatRef other =
        SeatRef.of(
            whose,
            new ApplicationId(application),
            SeatRef.ONLY_TIER,
            "ada@example.com",
            new Via.Direct());
    List<Coverage> watching =
        coveredSince.stream()
            .map(since -> new Coverage(AGENT, since, asOf, Instant.EPOCH, Sees.OPENS))
            .toList();
    rivals.add(
        new Rival(
            other,
            application,
            "the purpose reporting",
            new Use(use, use.stream().map(UseOnDay::last).max(Instant::compareTo), watching)));
    return this;
  }

  // What HR and policy say.

  ASeat holderIs(Holder.Status status, Duration sinceAgo) {
    holder.is(status, asOf.minus(sinceAgo));
    return this;
  }

  ASeat costs(String amount, String currency) {
    price = Optional.of(new Money(new BigDecimal(amount), Currency.getInstance(currency)));
    return this;
  }

  ASeat restricted() {
    restricted = Optional.of(true);
    return this;
  }

  ASeat ofAnApplicationThatNobodyDefined() {
    restricted = Optional.empty();
    return this;
  }

  ASeat above(String tier, Optional<Set<String>> features) {
    cheaper.add(new SeatTerms.Tier(tier, features));
    return this;
  }

  ASeat under(Hold hold) {
    holds.add(hold);
    return this;
  }

  SeatRef ref() {
    return SeatRef.of(
        whose, new ApplicationId("tableau"), SeatRef.ONLY_TIER, "ada@example.com", via);
  }

  SeatFacts facts() {
    return new SeatFacts(
        new HeldSeat(
            ref(), tenure, restricted.map(yes -> new SeatTerms(price, yes, cheaper)), lastKept),
        asOf,
        holder.facts(),
        new Use(days, days.stream().map(UseOnDay::last).max(Instant::compareTo), coverage),
        new Presence(lastElsewhere, coverageElsewhere, rivals),
        holds);
  }
}
