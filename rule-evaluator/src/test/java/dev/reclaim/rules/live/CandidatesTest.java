package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.days;
import static dev.reclaim.rules.live.StandingClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn.Cause;
import dev.reclaim.events.ConsentEvent.CandidateClosed;
import dev.reclaim.events.Event;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.OperationId;
import dev.reclaim.events.RevocationEvent.SeatFreed;
import dev.reclaim.events.RevocationEvent.SeatRestored;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SourceName;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class CandidatesTest {

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void anIdleSeatIsFoundWithReasonsEvidenceAndPrice() {
    // given
    company.withApplication().withIdleRule();
    company.anIdleSeat().forEach(company::send);
    knownToBeIdle();
    // when
    long found = company.found();
    // then
    CandidateFound candidate = company.awaitFound(0);
    assertThat(found).isEqualTo(1);
    assertThat(candidate.reasons())
        .extracting("code")
        .containsExactly("usedLessThan", "presentElsewhere");
    assertThat(candidate.evidence()).isInstanceOf(Evidence.NotUsedSince.class);
    assertThat(candidate.pricePerMonth()).hasToString("Optional[70.00 EUR]");
    assertThat(candidate.asOf()).isEqualTo(NOW);
  }

  @Test
  void sweepingAgainFindsNothingNew() {
    // given
    findIdle();
    // when
    long again = company.found();
    // then
    assertThat(again).isZero();
    assertThat(company.allFound()).hasSize(1);
  }

  @Test
  void withoutCoverageThereIsNotEnoughData() {
    assertThat(verdictWhenCovered(days(30), Duration.ZERO)).isEqualTo("not-enough-data");
    assertThat(company.found()).isZero();
  }

  @Test
  void withAStaleSourceThereIsNotEnoughData() {
    assertThat(verdictWhenCovered(days(200), Duration.ofHours(49))).isEqualTo("not-enough-data");
    assertThat(company.found()).isZero();
  }

  @Test
  void aLeaverIsFoundAtOnceAndNobodyIsAsked() {
    // given
    company.withApplication().withLeaverRule();
    company.send(company.seatAssigned(days(3)));
    // when
    company.send(company.holderIs(Holder.Status.LEFT, NOW.minus(days(1))));
    // then
    CandidateFound candidate = company.awaitFound(0);
    assertThat(candidate.handling().asking().ask()).isEqualTo(Handling.Ask.NOBODY);
    assertThat(candidate.handling().taking().order()).isEqualTo(Handling.Order.ACCESS_FIRST);
    assertThat(candidate.handling().useCancels()).isFalse();
    assertThat(candidate.evidence()).isInstanceOf(Evidence.Unknown.class);
  }

  @Test
  void aLeaverWhoComesBackIsWithdrawn() {
    // given
    company.withApplication().withLeaverRule();
    company.send(company.seatAssigned(days(3)));
    company.send(company.holderIs(Holder.Status.LEFT, NOW.minus(days(2))));
    CandidateFound candidate = company.awaitFound(0);
    // when
    company.send(company.holderIs(Holder.Status.ACTIVE, NOW.minus(days(1))));
    // then
    assertThat(company.awaitWithdrawn(candidate.candidate()).cause()).isEqualTo(Cause.REASON_GONE);
  }

  @Test
  void useDuringTheWaitWithdrawsAndTheSeatRests() {
    // given
    CandidateFound candidate = findIdle();
    company.later(Duration.ofHours(1));
    // when
    company.send(company.used(NOW.plusSeconds(60), 20, 1));
    // then
    CandidateWithdrawn withdrawn = company.awaitWithdrawn(candidate.candidate());
    assertThat(withdrawn.cause()).isEqualTo(Cause.USED);
    assertThat(withdrawn.evidence()).isInstanceOf(Evidence.Used.class);
    assertThat(company.found()).isZero();
  }

  @Test
  void aSeatThatIsGoneIsWithdrawn() {
    // given
    CandidateFound candidate = findIdle();
    // when
    company.send(company.seatGone(NOW));
    // then
    assertThat(company.awaitWithdrawn(candidate.candidate()).cause()).isEqualTo(Cause.SEAT_GONE);
  }

  @Test
  void aHoldOnAnyIdentifierWithdrawsAtOnceAndKeepsTheSeat() {
    // given
    CandidateFound candidate = findIdle();
    // when
    company.put("hold", "hold-" + company.rule, hold());
    // then
    assertThat(company.awaitWithdrawn(candidate.candidate()).cause()).isEqualTo(Cause.HOLD_PLACED);
    assertThat(company.found()).isZero();
  }

  @Test
  void anEndedHoldLetsTheSeatBeFoundAgain() {
    // given
    findIdle();
    company.put("hold", "hold-" + company.rule, hold());
    // when
    Company.as("admin").delete("/policy/hold/hold-" + company.rule).then().statusCode(200);
    // then
    assertThat(company.found()).isEqualTo(1);
    assertThat(company.awaitFound(1).episode()).isEqualTo(1);
  }

  @Test
  void aKeptSeatRestsAndIsThenFoundInANewEpisode() {
    // given
    CandidateFound candidate = findIdle();
    company.sendAt(NOW, closed(candidate, CandidateClosed.Outcome.SKIPPED));
    await().until(() -> company.seats().getList("seats[0].candidates").isEmpty());
    company.later(days(89));
    stillAtWork();
    assertThat(company.found()).isZero();
    assertThat(company.sentence()).startsWith("The holder kept or used it");
    // when
    company.later(days(1));
    // then
    await().until(() -> company.found() == 1);
    assertThat(company.awaitFound(1).episode()).isEqualTo(1);
  }

  @Test
  void aRestoredSeatStartsItsClockAnew() {
    // given
    CandidateFound candidate = findIdle();
    RevocationId revocation = RevocationId.of(candidate.candidate());
    company.sendAt(
        NOW.plusSeconds(60),
        new SeatFreed(
            revocation,
            candidate.candidate(),
            company.seat,
            "freed",
            Step.FREE_SEAT,
            OperationId.of(revocation, "leave-group", 1)));
    company.sendAt(NOW.plusSeconds(61), closed(candidate, CandidateClosed.Outcome.COMPLETE));
    await().until(() -> !company.seats().getBoolean("seats[0].present"));
    Instant restoredAt = NOW.plus(days(2));
    // when
    company.send(
        new SeatRestored(revocation, candidate.candidate(), company.seat, "back", restoredAt));
    await().until(() -> company.seats().getBoolean("seats[0].present"));
    company.later(days(91));
    stillAtWork();
    // then
    assertThat(company.seats().getString("seats[0].heldSince")).isEqualTo(restoredAt.toString());
    assertThat(company.found()).isZero();
    assertThat(company.sentence()).startsWith("The seat was restored on 2026-11-24.");
    company.later(days(1));
    await().until(() -> company.found() == 1);
  }

  @Test
  void duplicatesAndAnyOrderOfSignalsEndInTheSameCandidate() {
    for (int seed = 0; seed < 5; seed++) {
      try (Company shuffled = new Company()) {
        // given
        shuffled.withApplication().withIdleRule();
        List<Event> events = new ArrayList<>(shuffled.anIdleSeat());
        events.add(shuffled.holderIs(Holder.Status.LEFT, NOW.minus(days(600))));
        events.add(shuffled.used(NOW.minus(days(5)), 9_999, 1));
        events.add(shuffled.used(NOW.minus(days(5)), 120, 2));
        events.add(shuffled.seatGone(NOW.minus(days(700))));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));
        // when
        events.forEach(event -> shuffled.sendAt(NOW, event));
        await().until(shuffled::verdict, "reclaimable"::equals);
        await()
            .until(() -> "PT2M".equals(shuffled.seats().getString("seats[0].evidence.measured")));
        shuffled.run();
        // then
        assertThat(shuffled.awaitFound(0).evidence())
            .isEqualTo(
                new Evidence.Used(
                    NOW.minus(days(5)),
                    Duration.ofMinutes(2),
                    days(90),
                    Set.of(new SourceName("agent"))));
        assertThat(shuffled.allFound()).hasSize(1);
      }
    }
  }

  private CandidateFound findIdle() {
    company.withApplication().withIdleRule();
    company.anIdleSeat().forEach(company::send);
    knownToBeIdle();
    company.run();
    return company.awaitFound(0);
  }

  private void knownToBeIdle() {
    await().until(company::verdict, "reclaimable"::equals);
  }

  /** Time has passed; the sources are still fresh and the holder still works. */
  private void stillAtWork() {
    Instant now = StandingClock.CLOCK.instant();
    Duration sinceNow = Duration.between(now, NOW);
    company.send(company.elsewhere(sinceNow));
    company.sendAt(now, company.covered(days(200), sinceNow.minus(days(1))));
    String lastRecord = now.plus(days(1)).toString();
    await()
        .until(
            () -> lastRecord.equals(company.seats().getString("seats[0].sources[0].lastRecordAt")));
  }

  private String verdictWhenCovered(Duration since, Duration silentFor) {
    company.withApplication().withIdleRule();
    company.send(company.holderIs(Holder.Status.ACTIVE, NOW.minus(days(500))));
    company.send(company.elsewhere(days(2)));
    company.send(company.seatAssigned(days(400)));
    company.send(company.covered(since, silentFor));
    company.known();
    return company.verdict();
  }

  private CandidateClosed closed(CandidateFound candidate, CandidateClosed.Outcome outcome) {
    return new CandidateClosed(
        candidate.candidate(),
        company.seat,
        Actor.holder(company.holder),
        "closed",
        outcome,
        candidate.rule());
  }

  private String hold() {
    return """
        kind: hold
        name: hold-%s
        type: legal
        holder: %s
        reason: lawsuit
        owner: legal@example.com
        """
        .formatted(company.rule, company.email.toUpperCase(Locale.ROOT));
  }
}
