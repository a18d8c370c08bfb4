package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Decision;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Secrets;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Questions, one row each. */
public final class PromptTable implements Prompts {

  private final Sql sql;

  public PromptTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public boolean open(CandidateId candidate, Decision.Ask ask, Instant now) {
    int added =
        sql.change(
            """
            INSERT INTO prompt (id, candidate, kind, asked, until, opened_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """,
            ask.prompt().value(),
            candidate.value(),
            ask.kind().name(),
            ask.asked().value(),
            ask.until(),
            now);
    return added == 1;
  }

  @Override
  public void extend(PromptId prompt, Instant until) {
    sql.change("UPDATE prompt SET until = ? WHERE id = ?", until, prompt.value());
  }

  @Override
  public void closeAllBut(CandidateId candidate, Set<PromptId> open, Instant now) {
    sql.change(
        """
        UPDATE prompt SET closed_at = ? WHERE candidate = ? AND closed_at IS NULL
          AND NOT id = ANY (?)
        """,
        now,
        candidate.value(),
        names(open));
  }

  @Override
  public boolean delivered(Set<PromptId> prompts) {
    return sql.one(
            "SELECT count(*) FROM prompt WHERE id = ANY (?) AND sent_at IS NOT NULL",
            row -> row.getInt(1) == prompts.size(),
            (Object) names(prompts))
        .orElse(false);
  }

  private static String[] names(Set<PromptId> prompts) {
    return prompts.stream().map(PromptId::value).toArray(String[]::new);
  }

  @Override
  public Optional<Linked> linkedBy(String tokenHash) {
    return sql.one(
        """
        SELECT p.*, k.code_hash, coalesce(t.wrong, 0) AS wrong, t.locked_until
        FROM prompt_key k JOIN prompt p ON p.id = k.prompt LEFT JOIN code_try t ON t.reader = p.asked
        WHERE k.token_hash = ?
        """,
        row ->
            new Linked(
                prompt(row),
                row.getString("code_hash"),
                new Tries(
                    row.getInt("wrong"),
                    Sql.instant(row, "locked_until"),
                    row.getInt("wrong_in_all"))),
        tokenHash);
  }

  @Override
  public Optional<Prompt> find(PromptId prompt) {
    return sql.one("SELECT * FROM prompt WHERE id = ?", PromptTable::prompt, prompt.value());
  }

  @Override
  public void answered(PromptId prompt, Answer answer, Instant at) {
    sql.change(
        "UPDATE prompt SET answered = ?, answered_at = ? WHERE id = ?",
        answer.name(),
        at,
        prompt.value());
  }

  @Override
  public void lockCodesOf(HolderId reader) {
    sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 2))", row -> true, reader.value());
  }

  @Override
  public void codeWasWrong(Prompt prompt, int wrong, Optional<Instant> lockedUntil) {
    sql.change(
        """
        INSERT INTO code_try (reader, wrong, locked_until) VALUES (?, ?, ?::timestamptz)
        ON CONFLICT (reader) DO UPDATE SET wrong = excluded.wrong, locked_until = excluded.locked_until
        """,
        prompt.asked().value(),
        wrong,
        lockedUntil);
    sql.change(
        "UPDATE prompt SET wrong_in_all = wrong_in_all + 1 WHERE id = ?", prompt.id().value());
  }

  @Override
  public void codeWasRight(HolderId reader) {
    sql.change("DELETE FROM code_try WHERE reader = ?", reader.value());
  }

  @Override
  public void keep(PromptId prompt, Secrets.Fresh fresh) {
    sql.change(
        "INSERT INTO prompt_key (token_hash, prompt, code_hash) VALUES (?, ?, ?)",
        fresh.tokenHash(),
        prompt.value(),
        fresh.codeHash());
  }

  static Prompt prompt(ResultSet row) throws SQLException {
    return new Prompt(
        new PromptId(row.getString("id")),
        new CandidateId(row.getString("candidate")),
        Decision.Kind.valueOf(row.getString("kind")),
        new HolderId(row.getString("asked")),
        row.getTimestamp("until").toInstant(),
        Sql.instant(row, "sent_at"),
        Optional.ofNullable(row.getString("answered")).map(Answer::valueOf));
  }
}
