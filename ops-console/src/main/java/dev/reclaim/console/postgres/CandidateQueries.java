package dev.reclaim.console.postgres;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Candidates;
import dev.reclaim.console.Filter;
import dev.reclaim.console.History;
import dev.reclaim.console.Transition;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads the read model. */
@ApplicationScoped
@Transactional
public class CandidateQueries implements Candidates {

  private static final String CLOSED = "('CLOSED_COMPLETE', 'CLOSED_SKIPPED', 'CLOSED_CANCELED')";

  private final Session database;

  CandidateQueries(Session database) {
    this.database = database;
  }

  @Override
  public Page page(Filter filter) {
    return new PageQuery(filter).run(database);
  }

  @Override
  public Optional<History> history(CandidateId candidate) {
    List<Transition> all =
        new Histories(database)
            .read(List.of(candidate.value()))
            .getOrDefault(candidate.value(), List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(History.of(all));
  }

  @Override
  public Overview overview() {
    return new Overview(counts(), money());
  }

  private Map<CandidateState, Count> counts() {
    Map<CandidateState, Count> counts = new EnumMap<>(CandidateState.class);
    database
        .createQuery(
            "select state, count(*), min(since) from CandidateRow group by state", Object[].class)
        .getResultStream()
        .forEach(
            row -> counts.put((CandidateState) row[0], new Count((Long) row[1], (Instant) row[2])));
    return counts;
  }

  private List<MonthlyMoney> money() {
    return database
        .createNativeQuery(
            """
            SELECT price_currency,
              coalesce(sum(price_amount) FILTER (WHERE state NOT IN %s), 0),
              coalesce(sum(price_amount)
                FILTER (WHERE verified_at IS NOT NULL AND restored_at IS NULL), 0)
            FROM candidate WHERE price_currency IS NOT NULL
            GROUP BY price_currency ORDER BY price_currency
            """
                .formatted(CLOSED),
            Object[].class)
        .getResultStream()
        .map(CandidateQueries::money)
        .toList();
  }

  private static MonthlyMoney money(Object[] row) {
    Currency currency = Currency.getInstance((String) row[0]);
    return new MonthlyMoney(
        currency,
        new Money((BigDecimal) row[1], currency),
        new Money((BigDecimal) row[2], currency));
  }

  @Override
  public Map<HolderId, String> names(Collection<HolderId> holders) {
    return database
        .createQuery("from HolderRow where id in :ids", HolderRow.class)
        .setParameter("ids", holders.stream().map(HolderId::value).toList())
        .getResultStream()
        .collect(Collectors.toMap(row -> new HolderId(row.id), row -> row.name));
  }

  @Override
  public Map<String, String> applications() {
    Map<String, String> titles = new LinkedHashMap<>();
    database
        .createQuery("from ApplicationRow order by lower(title), id", ApplicationRow.class)
        .getResultStream()
        .forEach(row -> titles.put(row.id, row.title));
    return titles;
  }

  @Override
  public List<String> rules() {
    return database
        .createQuery(
            "select distinct rule from CandidateRow where rule is not null order by rule",
            String.class)
        .getResultList();
  }

  @Override
  public List<SourceAge> sources() {
    return database
        .createQuery("from SourceRow order by source, application", SourceRow.class)
        .getResultStream()
        .map(SourceRow::age)
        .toList();
  }
}
