package dev.reclaim.rules.postgres;

import dev.reclaim.rules.InTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** A transaction of the database, whatever goes on around it. */
public final class PostgresTransaction implements InTransaction {

  @Override
  public <T> T call(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }
}
