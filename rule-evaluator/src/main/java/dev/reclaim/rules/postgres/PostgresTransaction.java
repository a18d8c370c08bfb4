package dev.reclaim.rules.postgres;

import dev.reclaim.rules.InTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** A transaction of the database, whatever goes on around it; a sweep may take its time. */
public final class PostgresTransaction implements InTransaction {

  private static final int AT_MOST_SECONDS = 3_600;

  @Override
  public <T> T call(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().timeout(AT_MOST_SECONDS).call(work::get);
  }
}
