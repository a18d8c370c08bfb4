package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.days;
import static dev.reclaim.rules.live.StandingClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Holder.Status;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.rules.WhenTheLastDayComes;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what usage-ingest says of holders to what conditions say, over the real database. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class WhatIsKnownOfHoldersTest {

  private static final Holder.Details CONTRACTOR =
      new Holder.Details(
          Optional.of(LocalDate.of(2020, 2, 29)),
          Optional.of(LocalDate.of(2026, 11, 21)),
          Optional.of("4711"),
          Optional.of("Berlin"),
          Set.of("Contractors"),
          Optional.of(false),
          Optional.of(false));

  @Inject WhenTheLastDayComes lastDay;

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void everythingThatIsSaidOfAHolderReachesTheConditions() {
    // given
    company
        .withApplication()
        .withRule(
            """
            ask: nobody
            when:
              all:
                - accountDisabled: {}
                - notInRoster: {}
                - contractEnded: {}
                - employedFor: {time: P365D}
                - movedDepartment: {within: P30D}
                - holderKind: {is: [person]}
                - inGroup: {any: [contractors]}
                - inDepartment: {any: [finance]}
                - inCostCentre: {any: ["4711"]}
                - atLocation: {any: [BERLIN]}
                - priceAbove: {amount: 69.99, currency: EUR}
                - inheritedSeat: {}
                - not: {restrictedSoftware: {}}
                - not: {unmatchedAccount: {}}
                - not: {answeredKeep: {within: P180D}}
                - not: {holderOnLeave: {}}
            """);
    company.send(company.seatAssigned(days(400)));
    company.send(company.holderIs(Status.ACTIVE, NOW.minus(days(300)), "Sales", CONTRACTOR));
    // when
    company.send(company.holderIs(Status.ACTIVE, NOW.minus(days(20)), "Finance", CONTRACTOR));
    // then
    await().untilAsserted(() -> assertThat(sentences()).hasSize(16));
    assertThat(company.verdict()).isEqualTo("reclaimable");
    assertThat(sentences())
        .contains(
            "The holder's contract ended on 2026-11-21.",
            "The holder moved from Sales to Finance on 2026-11-02.",
            "The holder started on 2020-02-29.");
  }

  @Test
  void whoMovedIsFoundAtOnceByARuleThatReactsToChanges() {
    // given
    company
        .withApplication()
        .withRule(
            """
            ask: nobody
            mode: enforce
            reactsTo: [change]
            when: {movedDepartment: {within: P30D}}
            """);
    company.send(company.seatAssigned(days(400)));
    company.send(
        company.holderIs(Status.ACTIVE, NOW.minus(days(300)), "Sales", Holder.Details.NONE));
    // when
    company.send(
        company.holderIs(Status.ACTIVE, NOW.minus(days(1)), "Finance", Holder.Details.NONE));
    // then
    await().until(() -> company.foundByItsRule().size() == 1);
  }

  @Test
  void leaveStopsTheIdleClock() {
    // given
    company.withApplication().withRule("ask: holder\nwhen: {unusedFor: {time: P60D}}\n");
    company.send(company.seatAssigned(days(400)));
    company.send(company.covered(days(200), Duration.ofHours(1)));
    company.send(company.used(NOW.minus(days(70)), 600, 1));
    company.send(company.holderIs(Status.ACTIVE, NOW.minus(days(300))));
    await().until(company::verdict, "reclaimable"::equals);
    // when
    company.send(company.holderIs(Status.ON_LEAVE, NOW.minus(days(40))));
    await().until(company::sentence, "The holder is on leave, HR says."::equals);
    company.send(company.holderIs(Status.ACTIVE, NOW.minus(days(10))));
    // then
    await()
        .until(
            company::sentence,
            "Used on 2026-09-13, within the last 60 days at work, which is since 2026-08-24."
                ::equals);
    assertThat(company.seats().getString("seats[0].evidence.kind")).isEqualTo("used");
  }

  @Test
  void anAnswerIsRemembered() {
    // given
    company
        .withApplication()
        .withRule(
            """
            ask: holder
            mode: enforce
            when:
              all:
                - unusedFor: {time: P60D}
                - not: {answeredKeep: {within: P180D}}
            """);
    company.anIdleSeat().forEach(company::send);
    await().until(company::verdict, "reclaimable"::equals);
    company.run();
    CandidateFound found = company.awaitFound(0);
    // when
    company.sendAt(
        NOW.plusSeconds(60),
        new HolderAnswered(
            found.candidate(),
            company.holder,
            Actor.holder(company.holder),
            "needed",
            Answer.KEEP,
            Optional.empty()));
    company.later(Duration.ofHours(1));
    // then
    await().until(company::sentence, "The holder answered Keep on 2026-11-22."::equals);
  }

  @Test
  void aSeatKeptUnderOneRuleRestsUnderAnotherUntilTheDayThatWasPromised() {
    // given
    company.withApplication().withIdleRule();
    company.anIdleSeat().forEach(company::send);
    await().until(company::verdict, "reclaimable"::equals);
    company.run();
    CandidateFound found = company.awaitFound(0);
    company.sendAt(
        NOW,
        new CandidateClosed(
            found.candidate(),
            company.seat,
            Actor.holder(company.holder),
            "kept",
            CandidateClosed.Outcome.SKIPPED,
            found.rule(),
            Optional.of(NOW.plus(days(90))),
            Optional.empty()));
    await().until(company::sentence, sentence -> sentence.startsWith("The holder kept"));
    // when
    company.put(
        "rule",
        company.rule + "-too",
        "{kind: rule, name: %s-too, title: Too, applications: [%s], ask: holder, when: {unusedFor: {time: P60D}}}"
            .formatted(company.rule, company.application));
    // then
    assertThat(
            company
                .seats()
                .getString(
                    "seats[0].rules.find { it.rule == '%s-too' }.sentences[0]"
                        .formatted(company.rule)))
        .isEqualTo(
            "It was kept when another rule asked; no rule about use looks again before 2027-02-20.");
  }

  @Test
  void aSeatOfAnAccountThatNobodyIsKnownByIsShownAndNeverUnused() {
    // given
    company
        .withApplication()
        .withRule(
            "ask: nobody\nwhen: {any: [{unmatchedAccount: {}}, {unusedFor: {time: P60D}}]}\n");
    company.send(company.covered(days(200), Duration.ZERO));
    SeatRef seat =
        SeatRef.of(
            HolderId.ofAccount(company.email),
            company.application,
            SeatRef.ONLY_TIER,
            company.email,
            company.seat.via());
    // when
    company.send(new SeatObserved(seat, Optional.of(NOW.minus(days(400))), NOW));
    // then
    await().until(company::verdict, "reclaimable"::equals);
    assertThat(sentences())
        .containsExactly("Nobody is known by the account %s.".formatted(company.email));
    assertThat(company.seats().getString("seats[0].evidence.kind")).isEqualTo("unknown");
  }

  @Test
  void aLeaverWhoWasAnnouncedIsFoundWhenTheHourComes() {
    // given
    company
        .withApplication()
        .withRule(
            "ask: nobody\nmode: enforce\nwhen: {holderLeft: {at: '18:00'}}\norder: access-first\n");
    company.send(company.seatAssigned(days(3)));
    company.send(
        company.holderIs(
            Status.LEFT, NOW.minus(Duration.ofHours(13)), "Sales", Holder.Details.NONE));
    await()
        .until(company::sentence, "The holder will leave on 2026-11-22 at 18:00, HR says."::equals);
    lastDay.look();
    assertThat(company.foundByItsRule()).isEmpty();
    // when
    company.later(Duration.ofHours(5));
    lastDay.look();
    // then
    await().until(() -> !company.foundByItsRule().isEmpty());
    assertThat(company.foundByItsRule().getFirst().reasons().getFirst().sentence())
        .isEqualTo("The holder left on 2026-11-22 at 18:00, HR says.");
  }

  @Test
  void evidenceCoverageAndAgeAreShownBySource() {
    // given
    company.withApplication().withIdleRule();
    company.anIdleSeat().forEach(company::send);
    // when
    JsonPath seats = company.known();
    // then
    assertThat(seats.getString("seats[0].sources[0].source")).isEqualTo("agent");
    assertThat(seats.getString("seats[0].sources[0].coverageFrom"))
        .isEqualTo(NOW.minus(days(200)).toString());
    assertThat(seats.getString("seats[0].sources[0].age")).isEqualTo("PT1H");
    assertThat(seats.getBoolean("seats[0].sources[0].stale")).isFalse();
    assertThat(seats.getString("seats[0].sources[0].sees")).isEqualTo("opens");
  }

  private List<String> sentences() {
    JsonPath seats = company.seats();
    return seats.getList("seats").isEmpty()
        ? List.of()
        : seats.getList(
            "seats[0].rules.find { it.rule == '%s' }.sentences".formatted(company.rule));
  }
}
