package dev.reclaim.revocation.postgres;

import dev.reclaim.revocation.Mark;
import dev.reclaim.revocation.postgres.StoresTransitions.Change;
import java.util.List;

/** Writes down operations: each before its call, and how it ended. */
final class Marks {

  private Marks() {}

  static void write(Statements sql, List<Change> changes) {
    Batch begun =
        new Batch(
            "text",
            "text",
            "text",
            "text",
            "int",
            "text",
            "timestamptz",
            "text",
            "text",
            "timestamptz");
    Batch ended = new Batch("text", "text", "text", "timestamptz");
    for (Change change : changes) {
      Object revocation = change.next().state().task().id();
      for (Mark mark : change.next().marks()) {
        switch (mark) {
          case Mark.Intended it ->
              begun.add(
                  it.operation(),
                  revocation,
                  it.step(),
                  it.direction(),
                  it.attempt(),
                  it.earlier().map(StatesAsJson::write),
                  it.at(),
                  null,
                  null,
                  null);
          case Mark.PassedOver it ->
              begun.add(
                  it.operation(),
                  revocation,
                  it.step(),
                  it.direction(),
                  it.attempt(),
                  null,
                  it.at(),
                  "no call needed",
                  it.proof(),
                  it.at());
          case Mark.Ended it -> ended.add(it.operation(), it.outcome(), it.why(), it.at());
        }
      }
    }
    if (!begun.isEmpty()) {
      sql.update(
          """
          INSERT INTO operation (id, revocation, step, direction, attempt, earlier, started_at,
            outcome, why, ended_at)
          SELECT id, revocation, step, direction, attempt, earlier::jsonb, started_at, outcome, why,
            ended_at
          FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS o(id, revocation, step,
            direction, attempt, earlier, started_at, outcome, why, ended_at, n)
          ORDER BY n
          """,
          begun.columns());
    }
    if (!ended.isEmpty()) {
      sql.update(
          """
          UPDATE operation o SET outcome = e.outcome, why = e.why, ended_at = e.ended_at
          FROM unnest(?, ?, ?, ?) AS e(id, outcome, why, ended_at) WHERE o.id = e.id
          """,
          ended.columns());
    }
  }
}
