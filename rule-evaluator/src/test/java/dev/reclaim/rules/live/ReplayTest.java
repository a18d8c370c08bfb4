package dev.reclaim.rules.live;

import static dev.reclaim.rules.live.Company.as;
import static dev.reclaim.rules.live.Company.days;
import static dev.reclaim.rules.live.StandingClock.CLOCK;
import static dev.reclaim.rules.live.StandingClock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Holder;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.testkit.RealInfrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code POST /rules/{name}/replay}: the rule over the past. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "rule_evaluator"))
class ReplayTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final String UNUSED = "when: {unusedFor: {time: P60D}}\nask: holder\n";

  private final Company company = new Company();

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void takesOnTheFirstDayThatTheRuleHoldsAndSeesWhoCameBack() {
    // given: unused from day -150 on, so 60 days are full on day -89, and back 20 days later
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -69);

    // when
    JsonPath replay = replay(-120, -1);

    // then
    assertThat(replay.getLong("taken")).isEqualTo(1);
    assertThat(replay.getMap("takenByDay")).containsOnlyKeys(day(-89));
    assertThat(replay.getString("seats[0].takenOn")).isEqualTo(day(-89));
    assertThat(replay.getString("seats[0].cameBackOn")).isEqualTo(day(-69));
    assertThat(replay.getString("seats[0].why[0]")).isEqualTo("Not used since " + day(-150) + ".");
    assertThat(replay.getLong("confusion.30.cameBack")).isEqualTo(1);
    assertThat(replay.getLong("confusion.30.stayedAway")).isZero();
    assertThat(replay.getString("saved[0].currency")).isEqualTo("EUR");
    // 20 days of 70.00 a month
    assertThat(replay.getDouble("saved[0].amount")).isEqualTo(46.03);
  }

  @Test
  void whoeverStaysAwayLongerThanTheHorizonWasRightlyTaken() {
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -50);
    JsonPath replay = replay(-120, -1);
    assertThat(replay.getLong("confusion.30.cameBack")).isZero();
    assertThat(replay.getLong("confusion.30.stayedAway")).isEqualTo(1);
    assertThat(replay.getLong("confusion.90.cameBack")).isEqualTo(1);
  }

  @Test
  void whatIsNotOverYetIsNotCountedAsRight() {
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -150);
    // taken on day -89: day 89 after it is today, which is not over
    assertThat(replay(-120, -1).getLong("confusion.90.notKnownYet")).isEqualTo(1);
    assertThat(replay(-120, -1).getLong("confusion.30.stayedAway")).isEqualTo(1);
  }

  @Test
  void takesNothingBeforeItsSourcesReachOrTheSeatWasThere() {
    // given
    company.withApplication().withRule(UNUSED);
    company.send(company.holderIs(Holder.Status.ACTIVE, NOW.minus(days(500))));
    company.send(company.seatAssigned(days(100)));
    company.send(company.covered(days(90), days(0)));
    company.known();

    // then: covered since day -90 at noon, so 60 days of silence are proven on day -30
    JsonPath replay = replay(-80, -1);
    assertThat(replay.getMap("takenByDay")).containsOnlyKeys(day(-30));
    assertThat(replay(-80, -31).getLong("taken")).isZero();
  }

  @Test
  void aSeatThatIsGoneNowWasThereThen() {
    // given
    company.withApplication().withRule(UNUSED);
    company.send(company.holderIs(Holder.Status.ACTIVE, NOW.minus(days(500))));
    company.send(
        new SeatObserved(company.seat, Optional.of(NOW.minus(days(400))), NOW.minus(days(60))));
    company.send(company.covered(days(200), days(0)));
    company.known();
    await().until(() -> replay(-39, -1).getLong("taken") == 1);

    // when
    company.send(company.seatGone(at(-40)));

    // then
    await().until(() -> replay(-39, -1).getLong("taken") == 0);
    assertThat(replay(-120, -41).getLong("taken")).isEqualTo(1);
  }

  @Test
  void aSourceThatFellSilentProvesOfNobodyThatTheyStayedAway() {
    // given: taken on day -89, so 30 days are over when day -59 is
    company.withApplication().withRule(UNUSED);
    watchedUntil(begin(-60));
    // then: what is silent for no more than 48 hours was still watching
    assertThat(replay(-120, -1).getLong("confusion.30.stayedAway")).isEqualTo(1);
    assertThat(replay(-120, -1).getLong("confusion.30.unknown")).isZero();
  }

  @Test
  void whoeverWasNotWatchedToTheEndOfTheHorizonIsUnknown() {
    // given
    company.withApplication().withRule(UNUSED);
    watchedUntil(begin(-60).minusMillis(1));
    // then
    JsonPath replay = replay(-120, -1);
    assertThat(replay.getLong("taken")).isEqualTo(1);
    assertThat(replay.getLong("confusion.30.stayedAway")).isZero();
    assertThat(replay.getLong("confusion.30.unknown")).isEqualTo(1);
    assertThat(replay.getLong("confusion.90.notKnownYet")).isEqualTo(1);
    // and whoever was seen again came back, whoever watched
    company.send(company.used(at(-59), 600, 3));
    await().until(() -> replay(-120, -1).getLong("confusion.30.cameBack") == 1);
    assertThat(replay(-120, -1).getLong("confusion.30.unknown")).isZero();
  }

  @Test
  void whoeverIsLeftAloneUnseenByASilentSourceIsUnknownToo() {
    // given: nobody is taken before day -89
    company.withApplication().withRule(UNUSED);
    watchedUntil(begin(-120));
    // then
    assertThat(replay(-119, -119).getLong("confusion.30.keptAndUnused")).isEqualTo(1);
    JsonPath later = replay(-118, -118);
    assertThat(later.getLong("confusion.30.keptAndUnused")).isZero();
    assertThat(later.getLong("confusion.30.keptAndUnknown")).isEqualTo(1);
  }

  @Test
  void aHoldThatIsPlacedNowProtectedNobodyThen() {
    // given
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -150);
    hold("legal", "");
    // then
    assertThat(replay(-120, -1).getLong("taken")).isEqualTo(1);
  }

  @Test
  void leavesAloneWhomAHoldProtectedThenUntilItWasLifted() {
    // given: idle, and under a hold from day 0 to day 20
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -150);
    hold("legal", "");
    company.later(days(20));
    as("admin").delete("/policy/hold/hold-of-" + company.rule).then().statusCode(200);
    // when
    watchedFor(days(40));
    // then
    assertThat(replay(0, 39).getMap("takenByDay")).containsOnlyKeys(day(20));
    assertThat(replay(0, 19).getLong("taken")).isZero();
  }

  @Test
  void aHoldThatRanOutProtectsUpToItsEnd() {
    // given
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -150);
    hold("regulated-system", ", until: " + day(20));
    // when
    watchedFor(days(40));
    // then
    assertThat(replay(0, 39).getMap("takenByDay")).containsOnlyKeys(day(21));
  }

  @Test
  void leavesNoTrace() {
    company.withApplication().withRule(UNUSED);
    usedAndCovered(-150, -150);
    replay(-120, -1);
    assertThat(company.allFound()).isEmpty();
    assertThat(company.seats().getList("seats[0].candidates")).isEmpty();
  }

  @Test
  void namesWhatIsWrongWithThePeriod() {
    company.withApplication().withRule(UNUSED);
    refused("?to=" + day(-1), "from", "is missing");
    refused("?from=yesterday&to=" + day(-1), "from", "is not a day");
    refused("?from=" + day(-1) + "&to=" + day(-2), "to", "is before from");
    refused("?from=" + day(-1) + "&to=" + day(0), "to", "not over yet");
    refused("?from=" + day(-367) + "&to=" + day(-1), "to", "more than 366 days");
    as("operator").post("/rules/nothing/replay").then().statusCode(404);
  }

  private void hold(String type, String rest) {
    String name = "hold-of-" + company.rule;
    company.put(
        "hold",
        name,
        "{kind: hold, name: %s, type: %s, holder: %s, reason: Case 7, owner: legal@example.com%s}"
            .formatted(name, type, company.email, rest));
  }

  /** Idle since day -150, as far as anybody knows. */
  private void watchedUntil(Instant lastRecord) {
    company.send(company.holderIs(Holder.Status.ACTIVE, NOW.minus(days(500))));
    company.send(company.seatAssigned(days(400)));
    company.send(company.used(at(-150), 600, 1));
    company.send(company.covered(days(200), Duration.between(lastRecord, NOW)));
    company.known();
  }

  /** Days later, when the source still reports. */
  private void watchedFor(Duration time) {
    CLOCK.set(NOW.plus(time));
    company.send(company.covered(days(200), time.negated()));
    await().until(() -> !company.seats().getBoolean("seats[0].sources[0].stale"));
  }

  private void usedAndCovered(int lastUse, int back) {
    company.anIdleSeat().forEach(company::send);
    company.send(company.used(at(lastUse), 600, 1));
    company.send(company.used(at(back), 600, 2));
    company.known();
    await()
        .until(
            () ->
                replay(-1, -1).getLong("confusion.30.keptAndUsed")
                        + replay(-1, -1).getLong("confusion.30.keptAndUnused")
                        + replay(-1, -1).getLong("confusion.30.keptAndUnknown")
                        + replay(-1, -1).getLong("taken")
                    == 1);
  }

  private JsonPath replay(int from, int to) {
    return as("auditor")
        .post("/rules/%s/replay?from=%s&to=%s".formatted(company.rule, day(from), day(to)))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void refused(String query, String field, String reason) {
    as("operator")
        .post("/rules/" + company.rule + "/replay" + query)
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(reason));
  }

  private static String day(int offset) {
    return TODAY.plusDays(offset).toString();
  }

  private static Instant begin(int day) {
    return TODAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Noon of a day. */
  private static Instant at(int day) {
    return TODAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
