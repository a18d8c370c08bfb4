package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.rules.Policies;

/** Joins what seats there are with what policy says of them. */
final class ReadsEditions {

  private final Sql sql;
  private final Policies policies;

  ReadsEditions(Sql sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
  }

  PolicyInSql now() {
    return new PolicyInSql(
        policies.estate(),
        sql.query(
            "SELECT DISTINCT application, tier FROM seat",
            row ->
                new PolicyInSql.Edition(
                    new ApplicationId(row.getString("application")), row.getString("tier"))));
  }
}
