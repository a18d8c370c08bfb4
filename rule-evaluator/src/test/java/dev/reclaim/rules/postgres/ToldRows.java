package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.rules.Application;
import dev.reclaim.rules.Contract;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Employment;
import dev.reclaim.rules.HolderFacts;
import dev.reclaim.rules.Place;
import dev.reclaim.rules.Price;
import dev.reclaim.rules.Rival;
import dev.reclaim.rules.SeatFacts;
import dev.reclaim.rules.SeatTerms;
import dev.reclaim.rules.Tenure;
import dev.reclaim.rules.Tier;
import dev.reclaim.rules.Tiers;
import dev.reclaim.rules.UseOnDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The facts of one seat as policy and as rows of tables; holds and candidates are left out. */
final class ToldRows {

  private static final ApplicationId ELSEWHERE = new ApplicationId("elsewhere");

  private final SeatFacts facts;

  ToldRows(SeatFacts facts) {
    this.facts = facts;
  }

  List<Application> policy() {
    Optional<String> purpose =
        facts.elsewhere().rivals().isEmpty() ? Optional.empty() : Optional.of("reporting");
    return Stream.concat(
            facts.held().terms().stream()
                .map(terms -> application(facts.seat().application(), terms, purpose)),
            facts.elsewhere().rivals().stream()
                .map(
                    rival ->
                        application(
                            rival.seat().application(),
                            new SeatTerms(Optional.empty(), false, List.of()),
                            purpose)))
        .toList();
  }

  private static Application application(
      ApplicationId id, SeatTerms terms, Optional<String> purpose) {
    List<Tier> tiers = new ArrayList<>();
    tiers.add(tier(SeatRef.ONLY_TIER, Set.of()));
    terms.cheaper().forEach(tier -> tiers.add(tier(tier.name(), tier.features().orElse(Set.of()))));
    return new Application(
        id,
        new Application.Names(id.value(), List.of()),
        Optional.empty(),
        new Application.Terms(
            terms.pricePerMonth().map(Price::perMonth), new Tiers(tiers), Contract.NONE),
        new Application.Portfolio(Set.of(), purpose, terms.restricted()),
        new Application.Giving(Optional.empty(), "It.", 30));
  }

  private static Tier tier(String name, Set<String> features) {
    return new Tier(name, Optional.empty(), Optional.empty(), features, Optional.empty());
  }

  void write(Rows rows) {
    seat(rows, facts.seat(), facts.tenure(), facts.held().lastKept().orElse(null));
    days(rows, facts.seat().application(), facts.use().days());
    coverage(rows, facts.seat().application(), facts.use().coverage());
    facts.elsewhere().lastUse().ifPresent(last -> days(rows, ELSEWHERE, List.of(day(last))));
    coverage(rows, ELSEWHERE, facts.elsewhere().coverage());
    for (Rival rival : facts.elsewhere().rivals()) {
      seat(rows, rival.seat(), facts.tenure(), null);
      days(rows, rival.seat().application(), rival.use().days());
      coverage(rows, rival.seat().application(), rival.use().coverage());
    }
    if (!facts.holder().equals(HolderFacts.UNKNOWN)) {
      holder(rows, facts.holder());
    }
  }

  private static UseOnDay day(Instant last) {
    return new UseOnDay(
        LocalDate.ofInstant(last, ZoneOffset.UTC),
        Duration.ofMinutes(5),
        new UseOnDay.Opens(1, 0),
        last,
        Set.of(),
        Optional.empty());
  }

  private void seat(Rows rows, SeatRef seat, Tenure tenure, Instant kept) {
    boolean assigned = tenure.known() == Tenure.Known.ASSIGNED;
    boolean restored = tenure.known() == Tenure.Known.RESTORED;
    String group = seat.via() instanceof Via.Group(String name) ? name : null;
    rows.add(
        "seat",
        seat.id().value(),
        seat.holder().value(),
        seat.application().value(),
        seat.tier(),
        seat.account(),
        group == null
            ? "{\"kind\":\"direct\"}"
            : "{\"kind\":\"group\",\"group\":\"" + group + "\"}",
        lower(group),
        assigned ? tenure.since() : null,
        assigned ? tenure.since() : null,
        restored ? tenure.since().minus(Duration.ofDays(400)) : tenure.since(),
        facts.asOf(),
        null,
        restored ? tenure.since() : null,
        kept);
  }

  private void days(Rows rows, ApplicationId application, List<UseOnDay> days) {
    for (UseOnDay day : days) {
      rows.add(
          "usage_day",
          facts.seat().holder().value(),
          application.value(),
          day.day(),
          day.measured().toSeconds(),
          day.opens().all(),
          day.opens().unmeasured(),
          day.last(),
          day.sources(),
          1,
          day.features().orElse(null));
    }
  }

  private void coverage(Rows rows, ApplicationId application, List<Coverage> sources) {
    for (int n = 0; n < sources.size(); n++) {
      Coverage source = sources.get(n);
      rows.add(
          "source_health",
          "source-" + n,
          application.value(),
          source.from(),
          source.lastRecordAt(),
          facts.asOf(),
          source.believedFrom(),
          source.sees());
    }
  }

  /** Whoever is known at all is known to HR; what is not told of them is null. */
  private void holder(Rows rows, HolderFacts holder) {
    Optional<Employment> employment = holder.employment();
    Place place = holder.place();
    Optional<Place.Move> move = place.moves().last();
    String id = facts.seat().holder().value();
    rows.add(
        "holder",
        id,
        "Ada",
        employment.map(known -> known.status().name()).orElse("ACTIVE"),
        employment.map(Employment::since).orElse(Instant.EPOCH),
        facts.asOf(),
        facts.asOf(),
        holder.kind().orElse(null),
        holder.clock().zone(),
        holder.clock().workingDays(),
        employment.flatMap(known -> known.contract().startedAt()).orElse(null),
        employment.flatMap(known -> known.contract().endsAt()).orElse(null),
        holder.accountEnabled().orElse(null),
        employment.flatMap(Employment::inRoster).orElse(null),
        place.department().orElse(null),
        lower(place.department().orElse(null)),
        place.costCentre().orElse(null),
        lower(place.costCentre().orElse(null)),
        place.location().orElse(null),
        lower(place.location().orElse(null)),
        place.groups(),
        place.groups().stream().map(ToldRows::lower).toList(),
        move.map(Place.Move::from).orElse(null),
        move.map(Place.Move::to).orElse(null),
        move.map(Place.Move::at).orElse(null),
        place.moves().knownSince().orElse(null));
    holder
        .clock()
        .leaves()
        .forEach(leave -> rows.add("holder_leave", id, leave.from(), leave.until()));
  }

  private static String lower(String text) {
    return text == null ? null : Identifier.normalise(text);
  }
}
