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
        SELECT id FROM candidate WHERE holder = ? AND state NOT LIKE 'Closed%'
        UNION SELECT id FROM candidate WHERE asked = ?
        UNION SELECT c.id FROM candidate c JOIN person p ON p.id = c.holder
          WHERE p.body->>'owner' = ? AND c.state NOT LIKE 'Closed%'
        UNION SELECT c.id FROM candidate c JOIN person p ON p.id = c.holder
          WHERE p.body->>'manager' = ? AND c.state = 'AttentionRequired'
        UNION SELECT c.id FROM candidate c
          JOIN person p ON p.id = c.holder
          JOIN person head ON head.body->>'department' = p.body->>'department'
          WHERE head.id = ? AND c.state = 'AttentionRequired' AND c.body->>'trouble' = 'NO_APPROVER'
        UNION SELECT c.id FROM candidate c
          JOIN policy a ON a.kind = 'application' AND a.name = c.application
          JOIN person_name owner ON owner.name = lower(btrim(a.body->>'owner'))
          WHERE owner.person = ? AND c.state = 'AttentionRequired'
            AND c.body->>'trouble' = 'NO_APPROVER'
        ORDER BY 1
        """,
        row -> new CandidateId(row.getString("id")),
        who.value(),
        who.value(),
        who.value(),
        who.value(),
        who.value(),
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
        SELECT id FROM candidate WHERE asked = ? AND state = 'AwaitingApproval'
        UNION SELECT c.id FROM candidate c JOIN person p ON p.id = c.holder
          WHERE p.body->>'manager' = ? AND c.state = 'AttentionRequired' ORDER BY 1
        """,
        row -> new CandidateId(row.getString("id")),
        approver.value(),
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
