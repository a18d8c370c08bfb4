package dev.reclaim.bench.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import dev.reclaim.messaging.EventCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Candidates whose holders have been asked, in the shape in which consent-service keeps them. */
final class OpenCandidates {

  private static final int BATCH = 1_000;
  private static final RuleName RULE = new RuleName("idle-90-days");

  private final Connection database;
  private final Instant now = Instant.now();
  private final List<String> ids = new ArrayList<>();
  private final List<String> holders = new ArrayList<>();

  OpenCandidates(Connection database) {
    this.database = database;
  }

  void load(int count) throws Exception {
    try (PreparedStatement people =
            database.prepareStatement(
                "INSERT INTO person (id, as_of, body) VALUES (?, ?, ?::jsonb)");
        PreparedStatement candidates =
            database.prepareStatement(
                """
                INSERT INTO candidate (id, state, body, holder, application, asked, due_at, found_at, changed_at)
                VALUES (?, 'AwaitingUser', ?::jsonb, ?, ?, ?, ?, ?, ?)
                """)) {
      for (int i = 0; i < count; i++) {
        add(people, candidates, i);
        if (i % BATCH == BATCH - 1 || i == count - 1) {
          people.executeBatch();
          candidates.executeBatch();
        }
      }
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  private void add(PreparedStatement people, PreparedStatement candidates, int i) throws Exception {
    Holder holder = holder(i);
    CandidateFound found = found(holder, i);
    Instant until = now.plus(Duration.ofDays(1)).plusSeconds(i);
    people.setString(1, holder.id().value());
    people.setTimestamp(2, Timestamp.from(now));
    people.setString(3, EventCodec.json().writeValueAsString(holder));
    people.addBatch();
    candidates.setString(1, found.candidate().value());
    candidates.setString(2, EventCodec.json().writeValueAsString(asked(found, until)));
    candidates.setString(3, holder.id().value());
    candidates.setString(4, found.seat().application().value());
    candidates.setString(5, holder.id().value());
    candidates.setTimestamp(6, Timestamp.from(until));
    candidates.setTimestamp(7, Timestamp.from(now));
    candidates.setTimestamp(8, Timestamp.from(now));
    candidates.addBatch();
    ids.add(found.candidate().value());
    holders.add(holder.id().value());
  }

  private static Map<String, Object> asked(CandidateFound found, Instant until) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("found", found);
    file.put("round", 1);
    file.put("passedOver", List.of());
    PromptId prompt = PromptId.of(found.candidate(), found.holder().value(), 1);
    return Map.of(
        "file",
        file,
        "pending",
        Map.of("who", found.holder(), "prompt", prompt, "until", until, "reminders", List.of()));
  }

  private Holder holder(int i) {
    String name = "person-" + i;
    return new Holder(
        HolderId.of(name),
        Holder.Kind.PERSON,
        List.of(new Identifier(Identifier.Kind.EMAIL, name + "@example.com")),
        name,
        Holder.Status.ACTIVE,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.of("department-" + i % 100),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        now);
  }

  private CandidateFound found(Holder holder, int i) {
    SeatRef seat =
        SeatRef.of(
            holder.id(),
            new ApplicationId("application-" + i % 20),
            SeatRef.ONLY_TIER,
            holder.name(),
            new Via.Direct());
    return new CandidateFound(
        CandidateId.of(seat.id(), RULE, 1),
        seat,
        RULE,
        1,
        1,
        List.of(new Reason("idle", "No use for 90 days.")),
        new Evidence.NotUsedSince(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(400))),
        new Handling(
            Handling.Mode.ENFORCE,
            new Handling.Asking(
                Handling.Ask.HOLDER,
                Optional.empty(),
                Handling.Term.calendar(Duration.ofDays(7)),
                Handling.Silence.KEEP),
            Handling.Approval.ON_KEEP,
            Handling.Taking.of(Handling.Order.SEAT_ONLY),
            true),
        Optional.empty(),
        now);
  }

  /** Where a page begins, and which list it is of. */
  String query(int i) {
    String after = ids.get((int) ((i * 2_654_435_761L) % ids.size()));
    return switch (i % 4) {
      case 0 -> "?limit=50&after=" + after;
      case 1 -> "?state=AwaitingUser&limit=50&after=" + after;
      case 2 -> "?application=application-" + i % 20 + "&limit=50&after=" + after;
      default -> "?holder=" + holders.get(i % holders.size());
    };
  }

  /** Moves deadlines into the past; the clock finds them at its next look. */
  void letPass(int count) throws SQLException {
    try (PreparedStatement past =
        database.prepareStatement(
            """
            UPDATE candidate SET due_at = ?,
              body = jsonb_set(body, '{pending,until}', to_jsonb(?::text))
            WHERE id = ANY (?)
            """)) {
      Instant gone = now.minusSeconds(60);
      past.setTimestamp(1, Timestamp.from(gone));
      past.setString(2, gone.toString());
      past.setArray(
          3, database.createArrayOf("text", ids.subList(0, count).toArray(String[]::new)));
      past.executeUpdate();
    }
  }

  boolean isAnyDue() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM candidate WHERE due_at <= now()")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }
}
