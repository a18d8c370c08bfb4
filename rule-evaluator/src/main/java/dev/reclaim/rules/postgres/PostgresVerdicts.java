package dev.reclaim.rules.postgres;

import dev.reclaim.events.Money;
import dev.reclaim.events.SeatId;
import dev.reclaim.rules.CountsVerdicts;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.Preview;
import dev.reclaim.rules.Rule;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Counts verdicts by the statement of the rule. */
public final class PostgresVerdicts implements CountsVerdicts {

  private final Sql sql;
  private final ReadsEditions editions;

  public PostgresVerdicts(DataSource database, Policies policies) {
    this.sql = new Sql(database);
    this.editions = new ReadsEditions(sql, policies);
  }

  /** A number of seats with a verdict and their price, or one seat that is named. */
  private record Row(
      Preview.Kind kind, Optional<Money> money, long seats, Optional<SeatId> named) {}

  @Override
  public Counted count(Rule rule, Instant asOf, int atMost) {
    Map<Preview.Kind, Long> counts = new EnumMap<>(Preview.Kind.class);
    for (Preview.Kind kind : Preview.Kind.values()) {
      counts.put(kind, 0L);
    }
    List<Money> prices = new ArrayList<>();
    List<SeatId> named = new ArrayList<>();
    for (Row row : sql.patiently(statement(rule, asOf, atMost), PostgresVerdicts::read)) {
      counts.merge(row.kind(), row.seats(), Long::sum);
      row.money().filter(_ -> row.kind() == Preview.Kind.RECLAIMABLE).ifPresent(prices::add);
      row.named().ifPresent(named::add);
    }
    return new Counted(counts, prices, named);
  }

  private Fragment statement(Rule rule, Instant asOf, int atMost) {
    FactsInSql facts = new FactsInSql(asOf, editions.now());
    Fragment verdicts = new RulesInSql(facts).verdicts(rule);
    return Fragment.of(
        """
        WITH ?,
        verdict AS MATERIALIZED (
          SELECT v.seat, t.price, t.currency,
            CASE v.value WHEN 3 THEN 0 WHEN 2 THEN 2 ELSE 1 END AS kind
          FROM (?) v
          LEFT JOIN term t ON t.application = v.application AND t.tier = v.tier)
        SELECT kind, currency, sum(price) AS price, count(*) AS seats, NULL AS seat
        FROM verdict GROUP BY kind, currency
        UNION ALL
        SELECT kind, NULL, NULL, 0, seat FROM (
          (SELECT kind, seat FROM verdict WHERE kind = 0 ORDER BY seat LIMIT ?)
          UNION ALL
          (SELECT kind, seat FROM verdict WHERE kind = 1 ORDER BY seat LIMIT ?)
          UNION ALL
          (SELECT kind, seat FROM verdict WHERE kind = 2 ORDER BY seat LIMIT ?)
          ORDER BY kind, seat LIMIT ?) named
        ORDER BY currency, kind, seat\
        """,
        facts.tables(Whose.EVERYBODY),
        verdicts,
        atMost,
        atMost,
        atMost,
        atMost);
  }

  private static Row read(ResultSet row) throws SQLException {
    BigDecimal price = row.getBigDecimal("price");
    String seat = row.getString("seat");
    return new Row(
        kind(row.getInt("kind")),
        price == null
            ? Optional.empty()
            : Optional.of(new Money(price, Currency.getInstance(row.getString("currency")))),
        row.getLong("seats"),
        Optional.ofNullable(seat).map(SeatId::new));
  }

  /** In the order in which seats are named. */
  private static Preview.Kind kind(int number) {
    return switch (number) {
      case 0 -> Preview.Kind.RECLAIMABLE;
      case 1 -> Preview.Kind.NOT_RECLAIMABLE;
      case 2 -> Preview.Kind.NOT_ENOUGH_DATA;
      default -> throw new IllegalStateException("verdict.kind: " + number + " is not known");
    };
  }
}
