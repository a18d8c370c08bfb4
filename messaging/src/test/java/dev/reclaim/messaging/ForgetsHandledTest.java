package dev.reclaim.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.Event;
import dev.reclaim.events.HolderId;
import dev.reclaim.local.JoinedConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetsHandledTest {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  private final JoinedConnections database = RealParts.freshDatabase();
  private final LosesCommits transactions = new LosesCommits(database);

  @Test
  void forgetsWhatIsOlderThanItIsKeptAndNothingElse() throws SQLException {
    // given
    handle("old", NOW.minus(KEEP).minusMillis(1));
    handle("just kept", NOW.minus(KEEP));
    handle("new", NOW);
    Inbox inbox = new Inbox(database, InstantSource.fixed(NOW));

    // when
    try (ForgetsHandled loop =
        new ForgetsHandled(inbox, transactions, InstantSource.fixed(NOW), KEEP)) {
      loop.start();
      await().until(() -> remembered() == 2);
    }

    // then
    assertThat(inbox.onlyNew(List.of(event("just kept"), event("new")))).isEmpty();
    assertThat(inbox.onlyNew(List.of(event("old")))).hasSize(1);
  }

  @Test
  void forgetsNoMoreAtOnceThanItIsTold() throws SQLException {
    // given
    Inbox inbox = new Inbox(database, InstantSource.fixed(NOW));
    for (int n = 0; n < 5; n++) {
      handle("old " + n, NOW.minus(KEEP).minusSeconds(n + 1));
    }

    // when / then
    assertThat(inbox.forget(NOW.minus(KEEP), 3)).isEqualTo(3);
    assertThat(inbox.forget(NOW.minus(KEEP), 3)).isEqualTo(2);
    assertThat(inbox.forget(NOW.minus(KEEP), 3)).isZero();
  }

  @Test
  void refusesToForgetWhatIsStillRepeated() {
    Inbox inbox = new Inbox(database, InstantSource.fixed(NOW));
    assertThatThrownBy(
            () ->
                new ForgetsHandled(
                    inbox,
                    transactions,
                    InstantSource.fixed(NOW),
                    Duration.ofDays(1).minus(Duration.ofMillis(1))))
        .hasMessageStartingWith("reclaim.messaging.remember: is less than a day");
  }

  private void handle(String id, Instant at) {
    transactions.run(
        () -> new Inbox(database, InstantSource.fixed(at)).onlyNew(List.of(event(id))));
  }

  private long remembered() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet count = sql.executeQuery("SELECT count(*) FROM inbox_seen")) {
      count.next();
      return count.getLong(1);
    }
  }

  private static Envelope<Event> event(String id) {
    HolderId holder = HolderId.of("somebody");
    return new Envelope<>(
        id,
        "elsewhere",
        NOW,
        Cause.NONE,
        new CandidateReady(
            new CandidateId("cand-1"), holder, Actor.system("elsewhere"), "It is ready."));
  }
}
