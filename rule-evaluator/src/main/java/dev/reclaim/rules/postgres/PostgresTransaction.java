package dev.reclaim.rules.postgres;

import dev.reclaim.rules.InTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A transaction of the database, whatever goes on around it; judging all seats may take long. */
public final class PostgresTransaction implements InTransaction {

  private static final int AT_MOST_SECONDS = 3_600;

  @Override
  public <T> T call(Supplier<T> work, Predicate<T> keep) {
    AtomicReference<T> outcome = new AtomicReference<>();
    try {
      QuarkusTransaction.requiringNew()
          .timeout(AT_MOST_SECONDS)
          .run(
              () -> {
                outcome.set(work.get());
                if (!keep.test(outcome.get())) {
                  throw new Undo();
                }
              });
    } catch (Undo undone) {
      return outcome.get();
    }
    return outcome.get();
  }

  /** Makes the transaction roll back; nobody else sees it. */
  private static final class Undo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undo() {
      super("undone", null, false, false);
    }
  }
}
