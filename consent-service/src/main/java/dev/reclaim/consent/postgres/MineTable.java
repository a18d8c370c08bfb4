package dev.reclaim.consent.postgres;

import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.Mine;
import dev.reclaim.consent.Prompt;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What concerns one person, read from all tables. */
public final class MineTable implements Mine {

  private final Sql sql;

  public MineTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public List<Candidate> heldBy(HolderId holder, int atMost) {
    return sql.list(
        """
        SELECT state, body FROM candidate
        WHERE holder = ? OR holder IN (SELECT id FROM person WHERE body->>'owner' = ?)
        ORDER BY changed_at DESC, id LIMIT ?
        """,
        CandidateTable::read,
        holder.value(),
        holder.value(),
        atMost);
  }

  @Override
  public List<Prompt> openQuestionsTo(HolderId asked) {
    return sql.list(
        """
        SELECT p.* FROM prompt p JOIN candidate c ON c.id = p.candidate
        WHERE p.asked = ? AND p.closed_at IS NULL AND p.kind = 'HOLDER' AND c.state = 'AwaitingUser'
        ORDER BY p.until, p.id
        """,
        PromptTable::prompt,
        asked.value());
  }

  @Override
  public List<Prompt> askedTogetherWith(PromptId question) {
    return sql.list(
        """
        SELECT p.* FROM prompt p WHERE p.id = ? OR p.id IN (
          SELECT other.prompt FROM message_prompt one
          JOIN message_prompt other ON other.message = one.message
          JOIN prompt o ON o.id = other.prompt
          JOIN prompt q ON q.id = one.prompt AND q.asked = o.asked AND q.kind = o.kind
          WHERE one.prompt = ? AND o.closed_at IS NULL AND o.answered IS NULL)
        ORDER BY p.until, p.id
        """,
        PromptTable::prompt,
        question.value(),
        question.value());
  }

  @Override
  public List<Candidate> waitingFor(HolderId approver, int atMost) {
    return sql.list(
        """
        SELECT state, body FROM candidate WHERE asked = ? AND state = 'AwaitingApproval'
        ORDER BY due_at, id LIMIT ?
        """,
        CandidateTable::read,
        approver.value(),
        atMost);
  }

  @Override
  public long countWaitingFor(HolderId approver) {
    return sql.one(
            "SELECT count(*) FROM candidate WHERE asked = ? AND state = 'AwaitingApproval'",
            row -> row.getLong(1),
            approver.value())
        .orElse(0L);
  }

  @Override
  public Map<CandidateId, Said> whatHoldersSaid(Collection<CandidateId> candidates) {
    Map<CandidateId, Said> said = new LinkedHashMap<>();
    sql.list(
        """
        SELECT DISTINCT ON (p.candidate) p.candidate, p.answered,
          (SELECT h.comment FROM history h WHERE h.candidate = p.candidate
             AND h.what = 'HolderAnswered' ORDER BY h.id DESC LIMIT 1) AS comment
        FROM prompt p WHERE p.candidate = ANY (?) AND p.kind = 'HOLDER' AND p.answered IS NOT NULL
        ORDER BY p.candidate, p.answered_at DESC
        """,
        row ->
            said.put(
                new CandidateId(row.getString("candidate")),
                new Said(
                    Answer.valueOf(row.getString("answered")),
                    Optional.ofNullable(row.getString("comment")))),
        (Object) candidates.stream().map(CandidateId::value).toArray(String[]::new));
    return said;
  }
}
