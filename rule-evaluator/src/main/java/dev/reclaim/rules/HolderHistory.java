package dev.reclaim.rules;

import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What HR said of one holder over time, as far as the rules look back.
 *
 * @param statements in any order
 */
public record HolderHistory(List<Statement> statements) {

  /**
   * One statement.
   *
   * @param asOf when HR said so
   * @param since from when on the status holds
   */
  public record Statement(
      Instant asOf, Holder.Status status, Instant since, Optional<String> department) {}

  public HolderHistory {
    statements = statements.stream().sorted(Comparator.comparing(Statement::asOf)).toList();
  }

  /**
   * The times of leave, apart from each other. One ends when the next status begins; where HR dates
   * that before the leave, it ends when HR said so.
   */
  public List<Leave> leaves() {
    List<Leave> leaves = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement.status() == Holder.Status.ON_LEAVE) {
        Instant until =
            i + 1 < statements.size() ? end(statement, statements.get(i + 1)) : Leave.OPEN;
        if (statement.since().isBefore(until)) {
          leaves.add(new Leave(statement.since(), until));
        }
      }
    }
    return Leave.joined(leaves);
  }

  private static Instant end(Statement leave, Statement next) {
    return next.since().isAfter(leave.since()) ? next.since() : next.asOf();
  }

  /** The newest move between two departments, and since when a department is known. */
  public Place.Moves moves() {
    Optional<Place.Move> last = Optional.empty();
    Optional<String> before = Optional.empty();
    Optional<Instant> knownSince = Optional.empty();
    for (Statement statement : statements) {
      Optional<String> now = statement.department();
      if (now.isPresent()) {
        Instant at = statement.asOf();
        String to = now.get();
        last =
            before
                .filter(from -> !from.equalsIgnoreCase(to))
                .map(from -> new Place.Move(from, to, at))
                .or(either(last));
        knownSince = knownSince.or(() -> Optional.of(at));
        before = now;
      }
    }
    return new Place.Moves(last, knownSince);
  }

  private static <T> Supplier<Optional<T>> either(Optional<T> other) {
    return () -> other;
  }
}
