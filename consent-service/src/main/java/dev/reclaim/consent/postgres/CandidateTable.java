package dev.reclaim.consent.postgres;

import dev.reclaim.consent.AwaitingApproval;
import dev.reclaim.consent.AwaitingUser;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.Candidates;
import dev.reclaim.consent.Held;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Candidates, one row each: the state's name, what is searched for, and the state as JSON. */
public final class CandidateTable implements Candidates, CandidateList {

  /**
   * Candidates without an approver for whose line these people may count: as the manager or the
   * head of the department of who answers for the seat, or as the application's owner.
   */
  private static final String LACKING_THEM =
      """
      UNION SELECT c.id FROM who JOIN person p ON p.body->>'manager' = who.id
        JOIN candidate c ON c.holder = p.id
        WHERE c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
      UNION SELECT c.id FROM who JOIN person owner ON owner.body->>'manager' = who.id
        JOIN person p ON p.body->>'owner' = owner.id JOIN candidate c ON c.holder = p.id
        WHERE c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
      UNION SELECT c.id FROM who JOIN person head ON head.id = who.id
        JOIN person p ON p.body->>'department' = head.body->>'department'
        JOIN candidate c ON c.holder = p.id
        WHERE c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
      UNION SELECT c.id FROM who JOIN person head ON head.id = who.id
        JOIN person owner ON owner.body->>'department' = head.body->>'department'
        JOIN person p ON p.body->>'owner' = owner.id JOIN candidate c ON c.holder = p.id
        WHERE c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
      UNION SELECT c.id FROM who JOIN person_name name ON name.person = who.id
        JOIN policy a ON a.kind = 'application' AND lower(btrim(a.body->>'owner')) = name.name
        JOIN candidate c ON c.application = a.name
        WHERE c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
      ORDER BY 1
      """;

  private final Sql sql;

  public CandidateTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<Candidate> lock(CandidateId id) {
    sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, id.value());
    return sql.one(
        "SELECT state, body FROM candidate WHERE id = ?", CandidateTable::read, id.value());
  }

  @Override
  public void put(Candidate candidate, Instant at) {
    sql.change(
        """
        INSERT INTO candidate (id, state, body, holder, application, asked, due_at, found_at, changed_at)
        VALUES (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body,
          asked = excluded.asked, due_at = excluded.due_at, changed_at = excluded.changed_at,
          version = candidate.version + 1
        """,
        candidate.file().candidate().value(),
        candidate.getClass().getSimpleName(),
        Sql.json(candidate),
        candidate.file().holder().value(),
        candidate.file().application().value(),
        asked(candidate).map(HolderId::value),
        candidate.wakeAt(),
        candidate.file().found().asOf(),
        at);
  }

  private static Optional<HolderId> asked(Candidate candidate) {
    return switch (candidate) {
      case AwaitingUser it -> Optional.of(it.asked());
      case AwaitingApproval it -> Optional.of(it.approver());
      default -> Optional.empty();
    };
  }

  @Override
  public List<CandidateId> due(Instant now, int atMost) {
    return sql.list(
        "SELECT id FROM candidate WHERE due_at <= ? ORDER BY due_at LIMIT ?",
        row -> new CandidateId(row.getString("id")),
        now,
        atMost);
  }

  @Override
  public List<CandidateId> concerning(HolderId who) {
    return sql.list(
        """
        WITH one AS (SELECT ?::text AS id),
          who AS (SELECT id FROM one UNION SELECT s.for_whom FROM stand_in s JOIN one ON s.who = one.id)
        SELECT c.id FROM candidate c JOIN one ON c.holder = one.id WHERE c.state NOT LIKE 'Closed%'
        UNION SELECT c.id FROM candidate c JOIN one ON c.asked = one.id
        UNION SELECT c.id FROM one JOIN person p ON p.body->>'owner' = one.id
          JOIN candidate c ON c.holder = p.id WHERE c.state NOT LIKE 'Closed%'
        """
            + LACKING_THEM,
        row -> new CandidateId(row.getString("id")),
        who.value());
  }

  @Override
  public List<CandidateId> withoutApprover(ApplicationId application) {
    return sql.list(
        """
        SELECT id FROM candidate
        WHERE application = ? AND state = 'AttentionRequired' AND body->>'trouble' = 'NO_APPROVER'
        ORDER BY id
        """,
        row -> new CandidateId(row.getString("id")),
        application.value());
  }

  @Override
  public List<CandidateId> lacking(CampaignName campaign) {
    return sql.list(
        """
        SELECT id FROM candidate
        WHERE state = 'AttentionRequired' AND body->>'trouble' = 'NO_CAMPAIGN'
          AND body->'file'->'found'->'handling'->'asking'->>'campaign' = ? ORDER BY id
        """,
        row -> new CandidateId(row.getString("id")),
        campaign.value());
  }

  @Override
  public List<CandidateId> held(Optional<HolderId> holder, Optional<ApplicationId> application) {
    return page(
            new Wanted(
                Optional.of(Held.class.getSimpleName()),
                application.map(ApplicationId::value),
                holder.map(HolderId::value),
                Optional.empty(),
                Optional.empty(),
                Integer.MAX_VALUE))
        .stream()
        .map(it -> it.file().candidate())
        .toList();
  }

  @Override
  public List<CandidateId> waitingFor(HolderId approver) {
    return sql.list(
        """
        WITH who AS (SELECT ?::text AS id)
        SELECT c.id FROM candidate c JOIN who ON c.asked = who.id WHERE c.state = 'AwaitingApproval'
        """
            + LACKING_THEM,
        row -> new CandidateId(row.getString("id")),
        approver.value());
  }

  @Override
  public Optional<Candidate> find(CandidateId id) {
    return sql.one(
        "SELECT state, body FROM candidate WHERE id = ?", CandidateTable::read, id.value());
  }

  /** Only what is wanted stands in the statement, so that each finds its index. */
  @Override
  public List<Candidate> page(Wanted wanted) {
    Map<String, Optional<String>> conditions = new LinkedHashMap<>();
    conditions.put("state = ?", wanted.state());
    conditions.put("application = ?", wanted.application());
    conditions.put("holder = ?", wanted.holder());
    conditions.put("asked = ?", wanted.asked());
    conditions.put("id > ?", wanted.after());
    conditions.values().removeIf(Optional::isEmpty);
    List<Object> arguments = new ArrayList<>(conditions.values());
    arguments.add(wanted.limit());
    return sql.list(
        "SELECT state, body FROM candidate WHERE true"
            + conditions.keySet().stream().map(it -> " AND " + it).collect(Collectors.joining())
            + " ORDER BY id LIMIT ?",
        CandidateTable::read,
        arguments.toArray());
  }

  @Override
  public List<Happening> historyOf(CandidateId id) {
    return sql.list(
        "SELECT * FROM history WHERE candidate = ? ORDER BY id",
        CandidateTable::happening,
        id.value());
  }

  private static Happening happening(ResultSet row) throws SQLException {
    return new Happening(
        row.getTimestamp("at").toInstant(),
        row.getString("what"),
        row.getBoolean("effect"),
        Optional.ofNullable(row.getString("state")),
        row.getString("by_role"),
        row.getString("by_id"),
        row.getString("why"));
  }

  static Candidate read(ResultSet row) throws SQLException {
    return Sql.parse(row.getString("body"), Sql.named(Candidate.class, row.getString("state")));
  }
}
