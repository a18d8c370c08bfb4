package dev.reclaim.revocation.postgres;

import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.RevocationId;
import dev.reclaim.events.RuleName;
import dev.reclaim.revocation.Brake;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Revocations;
import dev.reclaim.revocation.Task.RuleVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Changes rows on behalf of events and people, in the transaction that is open. */
public final class PostgresRevocations implements Revocations {

  private static final String AT_ONCE =
      "UPDATE revocation SET next_attempt_at = ? WHERE state IN ('Requested', 'Held', 'ByHand')";

  private final Statements sql;
  private final StoresTransitions stores;
  private final InstantSource clock;

  public PostgresRevocations(Statements sql, StoresTransitions stores, InstantSource clock) {
    this.sql = sql;
    this.stores = stores;
    this.clock = clock;
  }

  private record Row(Revocation state, long version) {}

  @Override
  public void changeAll(List<Wish> wishes) {
    Instant now = clock.instant();
    Map<String, Row> known = known(wishes);
    List<StoresTransitions.Begun> begun = new ArrayList<>();
    List<StoresTransitions.Change> changed = new ArrayList<>();
    for (Wish wish : wishes) {
      Optional<Row> row = Optional.ofNullable(known.get(wish.id().value()));
      wish.decision()
          .apply(row.map(Row::state))
          .ifPresent(
              next -> {
                if (row.isEmpty()) {
                  begun.add(new StoresTransitions.Begun(next, wish.cause()));
                } else {
                  changed.add(
                      new StoresTransitions.Change(
                          next,
                          row.get().version() + 1,
                          Optional.empty(),
                          Optional.empty(),
                          wish.cause()));
                }
              });
    }
    stores.insert(begun, now);
    stores.update(changed, now);
  }

  private Map<String, Row> known(List<Wish> wishes) {
    Map<String, Row> known = new HashMap<>();
    sql.query(
        "SELECT id, state, body, version FROM revocation WHERE id = ANY (?) ORDER BY id FOR UPDATE",
        row ->
            known.put(
                row.getString("id"),
                new Row(
                    StatesAsJson.read(row.getString("state"), row.getString("body")),
                    row.getLong("version"))),
        Batch.Column.texts(wishes.stream().map(Wish::id).toList()));
    return known;
  }

  @Override
  public void callOff(CandidateId candidate, String why) {
    sql.update("UPDATE revocation SET called_off = ? WHERE candidate = ?", why, candidate);
    wake(AT_ONCE + " AND candidate = ?", candidate);
  }

  @Override
  public void approve(List<CandidateId> candidates) {
    sql.update(
        "UPDATE revocation SET called_off = NULL"
            + " WHERE candidate = ANY (?) AND called_off IS NOT NULL",
        Batch.Column.texts(candidates));
  }

  @Override
  public void judgeAnew(HolderId holder) {
    wake(AT_ONCE + " AND holder = ?", holder);
  }

  @Override
  public void judgeReplaced(HolderId holder) {
    wake(AT_ONCE + " AND brake = '" + Brake.REPLACEMENT + "' AND holder = ?", holder);
  }

  @Override
  public void judgeAnew(String brake) {
    wake(AT_ONCE + " AND brake = ?", brake);
  }

  @Override
  public void judgeAllAnew() {
    wake(AT_ONCE + " AND ? IS NOT NULL", "all");
  }

  @Override
  public List<RevocationId> heldBy(String brake, Instant until) {
    return sql.query(
        "SELECT id FROM revocation WHERE brake = ? AND state_since <= ? ORDER BY state_since,"
            + " number",
        row -> new RevocationId(row.getString("id")),
        brake,
        until);
  }

  @Override
  public Map<String, RuleVersion> authorsOf(List<RevocationId> found) {
    Map<String, RuleVersion> authors = new TreeMap<>();
    sql.query(
        """
        SELECT DISTINCT a.login, a.rule, a.version FROM revocation r
        JOIN rule_author a ON a.rule = r.body #>> '{task,rule,name}'
          AND a.version = (r.body #>> '{task,rule,version}')::int
        WHERE r.id = ANY (?) ORDER BY a.login, a.rule, a.version
        """,
        row ->
            authors.put(
                row.getString("login"),
                new RuleVersion(new RuleName(row.getString("rule")), row.getInt("version"))),
        Batch.Column.texts(found));
    return authors;
  }

  @Override
  public Optional<Instant> heldSince(String brake, RevocationId id) {
    return sql.first(
        "SELECT state_since FROM revocation WHERE brake = ? AND id = ? FOR UPDATE",
        row -> row.getTimestamp("state_since").toInstant(),
        brake,
        id);
  }

  private void wake(String update, Object which) {
    if (sql.update(update, clock.instant(), which) > 0) {
      sql.query("SELECT pg_notify('" + StoresTransitions.CHANNEL + "', '')", row -> "");
    }
  }
}
