package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of our tests: people, an application, and what a rule found. */
final class Story {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final ApplicationId TABLEAU = new ApplicationId("tableau");

  private Story() {}

  static Holder person(String name) {
    return new Holder(
        HolderId.of(name),
        Holder.Kind.PERSON,
        List.of(
            new Identifier(Identifier.Kind.EMAIL, name.toLowerCase(Locale.ROOT) + "@example.com"),
            new Identifier(Identifier.Kind.SAM_ACCOUNT_NAME, name.toLowerCase(Locale.ROOT))),
        name,
        Holder.Status.ACTIVE,
        MONDAY.minus(Duration.ofDays(900)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        MONDAY.minus(Duration.ofDays(30)));
  }

  static Holder managedBy(Holder it, Holder manager) {
    return copy(it, it.identifiers(), it.status(), Optional.of(manager.id()), it.locale());
  }

  static Holder speaking(Holder it, String language) {
    return copy(it, it.identifiers(), it.status(), it.manager(), Optional.of(Locale.of(language)));
  }

  static Holder with(Holder it, Holder.Status status) {
    return copy(it, it.identifiers(), status, it.manager(), it.locale());
  }

  static Holder in(String department, Holder it) {
    return new Holder(
        it.id(),
        it.kind(),
        it.identifiers(),
        it.name(),
        it.status(),
        it.since(),
        it.manager(),
        it.owner(),
        Optional.of(department),
        it.locale(),
        it.timeZone(),
        it.workingDays(),
        it.asOf());
  }

  static Holder living(Holder it, String zone, DayOfWeek... days) {
    return new Holder(
        it.id(),
        it.kind(),
        it.identifiers(),
        it.name(),
        it.status(),
        it.since(),
        it.manager(),
        it.owner(),
        it.department(),
        it.locale(),
        Optional.of(ZoneId.of(zone)),
        Set.of(days),
        it.asOf());
  }

  static Holder withoutMail(Holder it) {
    return copy(
        it,
        it.identifiers().stream().filter(i -> i.kind() != Identifier.Kind.EMAIL).toList(),
        it.status(),
        it.manager(),
        it.locale());
  }

  private static Holder copy(
      Holder it,
      List<Identifier> identifiers,
      Holder.Status status,
      Optional<HolderId> manager,
      Optional<Locale> locale) {
    return new Holder(
        it.id(),
        it.kind(),
        identifiers,
        it.name(),
        status,
        it.since(),
        manager,
        it.owner(),
        it.department(),
        locale,
        it.timeZone(),
        it.workingDays(),
        it.asOf().plusSeconds(1));
  }

  static Handling asking(Handling.Silence silence) {
    return new Handling(
        Handling.Mode.ENFORCE,
        new Handling.Asking(
            Handling.Ask.HOLDER,
            Optional.empty(),
            Handling.Term.calendar(Duration.ofDays(7)),
            silence),
        Handling.Approval.ON_KEEP,
        Handling.Taking.of(Handling.Order.SEAT_ONLY),
        true);
  }

  static Handling with(Handling it, Handling.Mode mode, Handling.Approval approval) {
    return new Handling(mode, it.asking(), approval, it.taking(), it.useCancels());
  }

  static Handling under(String campaign, Handling it) {
    return new Handling(
        it.mode(),
        new Handling.Asking(
            it.asking().ask(),
            Optional.of(new CampaignName(campaign)),
            it.asking().answerWithin(),
            it.asking().silence()),
        it.approval(),
        it.taking(),
        it.useCancels());
  }

  static Handling within(Handling.Term term, Handling it) {
    return new Handling(
        it.mode(),
        new Handling.Asking(it.asking().ask(), it.asking().campaign(), term, it.asking().silence()),
        it.approval(),
        it.taking(),
        it.useCancels());
  }

  static CampaignDefined campaign(String name, CampaignPlan plan) {
    return new CampaignDefined(
        new CampaignName(name),
        1,
        Map.of("en", "Still needed?"),
        Map.of("en", "Please have a look."),
        Optional.of(plan),
        false);
  }

  static Holder robot(String name, Optional<Holder> owner) {
    Holder it = person(name);
    return new Holder(
        it.id(),
        Holder.Kind.SERVICE_ACCOUNT,
        it.identifiers(),
        it.name(),
        it.status(),
        it.since(),
        Optional.empty(),
        owner.map(Holder::id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        it.asOf());
  }

  static ApplicationDefined restricted(ApplicationDefined it) {
    return new ApplicationDefined(
        it.application(),
        it.version(),
        it.title(),
        it.aliases(),
        it.owner(),
        it.pricePerMonth(),
        it.tiers(),
        true,
        it.seats(),
        it.loss(),
        it.restorableDays(),
        it.retired());
  }

  static ApplicationDefined sayingNothingOfLoss(ApplicationDefined it) {
    return new ApplicationDefined(
        it.application(),
        it.version(),
        it.title(),
        it.aliases(),
        it.owner(),
        it.pricePerMonth(),
        it.tiers(),
        it.restricted(),
        it.seats(),
        "",
        it.restorableDays(),
        it.retired());
  }

  static Handling askingNobody(boolean useCancels) {
    return new Handling(
        Handling.Mode.ENFORCE,
        new Handling.Asking(
            Handling.Ask.NOBODY,
            Optional.empty(),
            Handling.Term.calendar(Duration.ofDays(7)),
            Handling.Silence.RELEASE),
        Handling.Approval.ON_KEEP,
        Handling.Taking.of(Handling.Order.ACCESS_FIRST),
        useCancels);
  }

  static CandidateFound found(Holder holder, Handling handling) {
    SeatRef seat =
        SeatRef.of(holder.id(), TABLEAU, SeatRef.ONLY_TIER, holder.name(), new Via.Direct());
    RuleName rule = new RuleName("idle-90-days");
    return new CandidateFound(
        CandidateId.of(seat.id(), rule, 1),
        seat,
        rule,
        3,
        1,
        List.of(new Reason("idle", "No use of Tableau for 90 days.")),
        new Evidence.NotUsedSince(
            MONDAY.minus(Duration.ofDays(120)), MONDAY.minus(Duration.ofDays(400))),
        handling,
        Optional.of(new Money(new BigDecimal("70"), Currency.getInstance("EUR"))),
        MONDAY.minus(Duration.ofHours(1)));
  }

  static ApplicationDefined tableau(Optional<String> owner, boolean connected) {
    return new ApplicationDefined(
        TABLEAU,
        1,
        "Tableau",
        List.of(),
        owner,
        Optional.empty(),
        List.of(),
        false,
        connected
            ? Optional.of(new SeatSource(new ConnectionName("corporate-directory"), "CN=tableau"))
            : Optional.empty(),
        "You can no longer open your <dashboards>.",
        30,
        false);
  }

  static Input withdrawn(CandidateWithdrawn.Cause cause) {
    return new Input.Withdrawn(cause, "The rule says: " + cause);
  }
}
