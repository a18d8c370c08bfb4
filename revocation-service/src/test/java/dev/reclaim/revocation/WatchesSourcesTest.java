package dev.reclaim.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.reclaim.events.Handling.Order;
import dev.reclaim.events.RevocationEvent.BrakeStopped;
import dev.reclaim.events.RevocationEvent.RevocationHeld;
import dev.reclaim.events.RevocationEvent.RevocationVerified;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.SignalEvent.SeatGone;
import dev.reclaim.events.SignalEvent.SeatObserved;
import dev.reclaim.events.SignalEvent.SourceHealth;
import dev.reclaim.events.SourceName;
import dev.reclaim.events.Topic;
import dev.reclaim.testkit.RealInfrastructure;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What sources say, and how the pace is counted, on the way from the topics to the brakes. */
@QuarkusTest
@WithTestResource(
    value = RealInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "revocation_service"))
@WithTestResource(SandboxCompany.class)
class WatchesSourcesTest extends OnRealParts {

  private static final int SEATS = 60;
  private static final int A_FIFTH = 12;

  @Test
  void letsGoWhereAFifthOfTheListingHasVanished() throws SQLException {
    // given
    listAndLose(A_FIFTH);

    // then
    scene.hears(RevocationVerified.class, scene.approve(MAJA, Order.SEAT_ONLY));
  }

  @Test
  void holdsWhereOneMoreHasVanishedUntilTwoPeopleHaveLooked() throws SQLException {
    // given
    listAndLose(A_FIFTH + 1);
    Instant begun = Instant.now();

    // when
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);

    // then
    RevocationHeld held = scene.hears(RevocationHeld.class, id);
    assertThat(held.brake()).isEqualTo(Brake.collapsedListingOf(scene.application));
    assertThat(held.why()).contains("13 of 60 seats");
    BrakeStopped alarm =
        topics.await(
            Topic.REVOCATIONS, BrakeStopped.class, said -> said.brake().equals(held.brake()));
    assertThat(alarm.at()).isBefore(begun.plusSeconds(10));
    assertThat(effects()).isEmpty();

    // when
    release(held.brake(), "operator").body("released", equalTo(0));
    release(held.brake(), "admin").body("released", equalTo(1));

    // then
    scene.hears(RevocationVerified.class, id);
  }

  @Test
  void holdsWhereNoSourceReportsUntilOneDoes() {
    // given
    heardOf(Instant.now().minus(Duration.ofDays(4)));
    RevocationId id = scene.approve(MAJA, Order.SEAT_ONLY);
    assertThat(scene.hears(RevocationHeld.class, id).brake())
        .isEqualTo(Brake.staleSourcesOf(scene.application));
    assertThat(effects()).isEmpty();

    // when
    heardOf(Instant.now());

    // then
    scene.hears(RevocationVerified.class, id);
  }

  @Test
  void countsWhatWasTakenWithinTheLastHourAndDay() throws SQLException {
    // given
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    taken(now.minus(Duration.ofMinutes(59)), 1);
    taken(now.minus(Duration.ofMinutes(62)), 2);
    taken(now.minus(Duration.ofHours(24)).plus(Duration.ofMinutes(1)), 4);
    taken(now.minus(Duration.ofHours(24)).minus(Duration.ofMinutes(2)), 8);

    // then
    String pace = "brakes.find { it.id == 'limit-of-%s' }.limit.pace.".formatted(scene.application);
    as("auditor")
        .get("/brakes")
        .then()
        .body(pace + "lastHour", equalTo(1))
        .body(pace + "lastDay", equalTo(1 + 2 + 4));
  }

  private void listAndLose(int lost) {
    for (int i = 0; i < SEATS; i++) {
      topics.send(
          "usage-ingest",
          new SeatObserved(scene.seat("listed-" + i), Optional.empty(), Instant.now()));
    }
    for (int i = 0; i < lost; i++) {
      topics.send("usage-ingest", new SeatGone(scene.seat("listed-" + i), Instant.now()));
    }
    String ours = "application = '%s'".formatted(scene.application);
    Awaitility.await()
        .until(
            () ->
                rows("known_seat", ours) == SEATS
                    && rows("known_seat", ours + " AND gone_at IS NOT NULL") == lost);
  }

  private void heardOf(Instant at) {
    topics.send(
        "usage-ingest",
        new SourceHealth(
            new SourceName("sign-ins"),
            scene.application,
            at.minus(Duration.ofDays(90)),
            at,
            Optional.empty()));
    Awaitility.await()
        .until(
            () ->
                rows(
                        "source_health",
                        "application = '%s' AND last_record_at > '%s'"
                            .formatted(scene.application, at.minusSeconds(1)))
                    == 1);
  }

  /** As if so many had taken their first step in that minute. */
  private void taken(Instant minute, int count) throws SQLException {
    try (Connection database = TestDatabase.named("revocation_service").asService();
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO pace (application, minute, taken) VALUES (?, ?, ?)")) {
      insert.setString(1, scene.application.value());
      insert.setTimestamp(2, Timestamp.from(minute));
      insert.setInt(3, count);
      insert.executeUpdate();
    }
  }
}
