package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Loop;
import dev.reclaim.messaging.Transactions;
import dev.reclaim.revocation.AwaitingVerification;
import dev.reclaim.revocation.ByHand;
import dev.reclaim.revocation.Canceled;
import dev.reclaim.revocation.CheckingRestore;
import dev.reclaim.revocation.Facts;
import dev.reclaim.revocation.Failed;
import dev.reclaim.revocation.Held;
import dev.reclaim.revocation.InFlight;
import dev.reclaim.revocation.Lease;
import dev.reclaim.revocation.Ledger;
import dev.reclaim.revocation.Mark;
import dev.reclaim.revocation.Next;
import dev.reclaim.revocation.PuttingBack;
import dev.reclaim.revocation.Requested;
import dev.reclaim.revocation.RestoreFailed;
import dev.reclaim.revocation.Restored;
import dev.reclaim.revocation.Restoring;
import dev.reclaim.revocation.Revocation;
import dev.reclaim.revocation.Task;
import dev.reclaim.revocation.Verified;
import dev.reclaim.revocation.postgres.ReadsFacts.Asked;
import dev.reclaim.revocation.postgres.ReadsFacts.Moment;
import dev.reclaim.revocation.postgres.ReadsPaces.First;
import dev.reclaim.revocation.postgres.StoresTransitions.Change;
import dev.reclaim.revocation.postgres.StoresTransitions.LeasedTo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Revocations as rows, fenced by their version; many transitions share one transaction. */
public final class PostgresLedger implements Ledger {

  /** Held while decisions on facts are made and stored; any number that nobody else uses. */
  private static final long ONE_AT_A_TIME = 0x6272616b6573L;

  private final Statements sql;
  private final ReadsFacts facts;
  private final ReadsPaces paces;
  private final StoresTransitions stores;
  private final InstantSource clock;
  private final WorkerName worker;
  private final Transactions transactions;
  private final CommitsTogether<Wish, Optional<Lease>> changes;
  private final CommitsTogether<Task, Facts> questions;

  /** Where the parts of a ledger are kept. */
  public record Tables(
      Statements sql, ReadsFacts facts, ReadsPaces paces, StoresTransitions stores) {}

  public PostgresLedger(
      Transactions transactions, Tables tables, InstantSource clock, WorkerName worker) {
    this.transactions = transactions;
    this.sql = tables.sql();
    this.facts = tables.facts();
    this.paces = tables.paces();
    this.stores = tables.stores();
    this.clock = clock;
    this.worker = worker;
    this.changes = new CommitsTogether<>("ledger-writes", transactions, this::store);
    this.questions = new CommitsTogether<>("ledger-reads", transactions, this::read);
  }

  /** A transition that somebody wants to store; a decision on facts, or one that needs none. */
  private record Wish(
      Lease lease,
      Optional<Function<Facts, Next<? extends Revocation>>> decision,
      Optional<Next<? extends Revocation>> decided) {}

  /** What has to run for this to work. */
  public List<Loop> loops() {
    return List.of(changes, questions);
  }

  @Override
  public Facts facts(Task task) {
    return questions.ask(task);
  }

  @Override
  public Optional<Lease> judge(Lease lease, Function<Facts, Next<? extends Revocation>> decision) {
    return changes.ask(new Wish(lease, Optional.of(decision), Optional.empty()));
  }

  @Override
  public Optional<Lease> record(Lease lease, Next<? extends Revocation> next) {
    return changes.ask(new Wish(lease, Optional.empty(), Optional.of(next)));
  }

  @Override
  public void postpone(Lease lease, Instant until) {
    transactions.run(
        () ->
            sql.update(
                """
                UPDATE revocation SET leased_by = NULL, leased_until = NULL, next_attempt_at = ?
                WHERE id = ? AND leased_by = ? AND version >= ?
                """,
                until,
                lease.state().task().id(),
                worker.name(),
                lease.version()));
  }

  private List<Facts> read(List<Task> tasks) {
    Map<String, Row> rows = rows(tasks, "");
    List<Asked> asked =
        tasks.stream()
            .map(
                task -> {
                  Optional<Row> row = Optional.ofNullable(rows.get(task.id().value()));
                  return new Asked(
                      task,
                      row.flatMap(Row::calledOff),
                      row.flatMap(Row::countedAt),
                      row.flatMap(Row::brake));
                })
            .toList();
    Moment moment = facts.of(asked, clock.instant());
    return asked.stream().map(moment::about).toList();
  }

  /** What of a stored row matters for a decision, beside its state. */
  private record Row(
      long version,
      Cause cause,
      Optional<String> calledOff,
      Optional<Instant> countedAt,
      Optional<String> brake) {}

  private Map<String, Row> rows(List<Task> tasks, String lock) {
    Map<String, Row> rows = new HashMap<>();
    sql.query(
        "SELECT id, version, cause, traceparent, called_off, first_intent_at, brake"
            + " FROM revocation WHERE id = ANY (?) ORDER BY id"
            + lock,
        row ->
            rows.put(
                row.getString("id"),
                new Row(
                    row.getLong("version"),
                    new Cause(Statements.text(row, "cause"), Statements.text(row, "traceparent")),
                    Statements.text(row, "called_off"),
                    Statements.instant(row, "first_intent_at"),
                    Statements.text(row, "brake"))),
        Batch.Column.texts(tasks.stream().map(Task::id).toList()));
    return rows;
  }

  /** Each decision sees what those before it have counted and held. */
  private List<Optional<Lease>> store(List<Wish> wishes) {
    boolean onFacts = wishes.stream().anyMatch(wish -> wish.decision().isPresent());
    if (onFacts) {
      sql.query("SELECT pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")", row -> "");
    }
    Instant now = clock.instant();
    Map<String, Row> rows =
        rows(wishes.stream().map(wish -> wish.lease().state().task()).toList(), " FOR UPDATE");
    Optional<Moment> moment = onFacts ? Optional.of(moment(wishes, rows, now)) : Optional.empty();
    List<Change> stored = new ArrayList<>();
    List<First> first = new ArrayList<>();
    List<Optional<Lease>> answers = new ArrayList<>();
    for (Wish wish : wishes) {
      Row row = rows.remove(wish.lease().state().task().id().value());
      answers.add(
          row == null || row.version() != wish.lease().version()
              ? Optional.empty()
              : Optional.of(take(wish, row, moment, stored, first, now)));
    }
    paces.count(first, now);
    stores.update(stored, now);
    return answers;
  }

  private Moment moment(List<Wish> wishes, Map<String, Row> rows, Instant now) {
    return facts.of(
        wishes.stream()
            .filter(wish -> wish.decision().isPresent())
            .map(wish -> wish.lease().state().task())
            .filter(task -> rows.containsKey(task.id().value()))
            .map(task -> asked(task, rows.get(task.id().value())))
            .toList(),
        now);
  }

  private static Asked asked(Task task, Row row) {
    return new Asked(task, row.calledOff(), row.countedAt(), row.brake());
  }

  private Lease take(
      Wish wish,
      Row row,
      Optional<Moment> moment,
      List<Change> stored,
      List<First> first,
      Instant now) {
    Task task = wish.lease().state().task();
    Next<? extends Revocation> next =
        wish.decided()
            .<Next<? extends Revocation>>map(decided -> decided)
            .orElseGet(
                () ->
                    wish.decision()
                        .orElseThrow()
                        .apply(moment.orElseThrow().about(asked(task, row))));
    Optional<Instant> counted = countsFrom(next, now);
    if (counted.isPresent()) {
      first.add(new First(task.seat().application(), row.countedAt()));
      moment.ifPresent(one -> one.counted(task));
    }
    if (next.state() instanceof Held held) {
      moment.ifPresent(one -> one.held(held.brake().id()));
    }
    boolean goesOn = next.due().filter(this::isNow).isPresent();
    long version = row.version() + 1;
    stored.add(
        new Change(
            next,
            version,
            goesOn
                ? Optional.of(new LeasedTo(worker.name(), now.plus(worker.leaseLength())))
                : Optional.empty(),
            counted,
            row.cause()));
    return new Lease(next.state(), version, goesOn);
  }

  /** A decision is made later than its batch has begun, so the batch's own moment is too early. */
  private boolean isNow(Instant due) {
    return !due.isAfter(clock.instant());
  }

  /** The limits count a revocation from its first step on, by a call or by hand. */
  private static Optional<Instant> countsFrom(Next<? extends Revocation> next, Instant now) {
    boolean first = next.state().course().taken().isEmpty();
    boolean begins =
        switch (next.state()) {
          case InFlight _ -> next.marks().stream().anyMatch(Mark.Intended.class::isInstance);
          case ByHand waiting -> !waiting.manual().overdue() && !next.events().isEmpty();
          case Requested _, Held _, AwaitingVerification _, Verified _, Failed _, Canceled _ ->
              false;
          case Restoring _, PuttingBack _, CheckingRestore _, Restored _, RestoreFailed _ -> false;
        };
    return first && begins ? Optional.of(now) : Optional.empty();
  }
}
