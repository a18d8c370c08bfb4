package dev.reclaim.connectors.declarative;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of an outcome table: which answers, by status and content, mean what. */
record AnswerRow(List<Statuses> statuses, Condition when, Meaning meaning) {

  /** A status, or all from one to another. */
  record Statuses(int from, int to) {

    private static final Pattern FORM = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");

    static Statuses of(Entry entry) {
      Matcher matcher = FORM.matcher(entry.text());
      if (!matcher.matches()) {
        throw entry.refuse("must be a status such as 404 or 500-599");
      }
      int from = Integer.parseInt(matcher.group(1));
      return new Statuses(
          from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)));
    }
  }

  static AnswerRow of(Entry row) {
    row.allowOnly("status", "when", "means", "why", "do", "wait");
    row.required("status");
    return new AnswerRow(row.list("status", Statuses::of), when(row), Meaning.of(row));
  }

  /** {@code ok: 200}, {@code ok: [200, 204]} or {@code ok: {status: 200, when: ...}}. */
  static AnswerRow fine(Entry ok) {
    if (ok.isMapping()) {
      ok.allowOnly("status", "when").required("status");
      return new AnswerRow(ok.list("status", Statuses::of), when(ok), new Meaning.Fine());
    }
    return new AnswerRow(
        ok.oneOrMore().stream().map(Statuses::of).toList(),
        new Condition.All(List.of()),
        new Meaning.Fine());
  }

  /**
   * Whether an answer is meant.
   *
   * @param scope knows the body as {@code answer} and the headers as {@code headers}
   */
  boolean fits(int status, Scope scope) {
    return statuses.stream().anyMatch(one -> one.from() <= status && status <= one.to())
        && when.holds(scope);
  }

  private static Condition when(Entry entry) {
    return entry.optional("when", Condition::of).orElse(new Condition.All(List.of()));
  }
}
