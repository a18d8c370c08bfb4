package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Money;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Estate;
import dev.reclaim.rules.SeatTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What policy and sources say of applications, as tables of a statement: {@code term}, {@code
 * cheaper}, {@code rival} and {@code covering}.
 */
final class PolicyInSql {

  private final Map<Edition, SeatTerms> terms = new LinkedHashMap<>();
  private final Set<Estate.Rivalry> rivals = new LinkedHashSet<>();

  /**
   * @param editions all that seats have; what nobody defined is left out
   */
  PolicyInSql(Estate estate, Collection<Edition> editions) {
    for (Edition edition : editions) {
      estate
          .terms(edition.application(), edition.tier())
          .ifPresent(known -> terms.put(edition, known));
    }
    estate.applications().keySet().forEach(id -> rivals.addAll(estate.rivals(id)));
  }

  /** A tier of an application. */
  record Edition(ApplicationId application, String tier) {}

  private record Lower(Edition edition, SeatTerms.Tier tier) {}

  List<Fragment> tables(Instant asOf) {
    return List.of(term(), cheaper(), rival(), covering(asOf));
  }

  private Fragment term() {
    List<Map.Entry<Edition, SeatTerms>> rows = List.copyOf(terms.entrySet());
    return Fragment.of(
        """
        term AS MATERIALIZED (
          SELECT * FROM unnest(
            ?::text[], ?::text[], ?::text[]::numeric[], ?::text[], ?::text[]::boolean[])
          AS t (application, tier, price, currency, restricted))""",
        Sql.column(rows, row -> row.getKey().application()),
        Sql.column(rows, row -> row.getKey().tier()),
        Sql.column(rows, row -> row.getValue().pricePerMonth().map(Money::amount).orElse(null)),
        Sql.column(rows, row -> row.getValue().pricePerMonth().map(Money::currency).orElse(null)),
        Sql.column(rows, row -> row.getValue().restricted()));
  }

  /** The tiers below one, each with its features as JSON; NULL when policy names none. */
  private Fragment cheaper() {
    List<Lower> rows = new ArrayList<>();
    terms.forEach(
        (edition, known) -> known.cheaper().forEach(tier -> rows.add(new Lower(edition, tier))));
    return Fragment.of(
        """
        cheaper AS MATERIALIZED (
          SELECT application, tier,
            CASE WHEN features IS NOT NULL
              THEN ARRAY(SELECT jsonb_array_elements_text(features::jsonb)) END AS features
          FROM unnest(?::text[], ?::text[], ?::text[]) AS t (application, tier, features))""",
        Sql.column(rows, row -> row.edition().application()),
        Sql.column(rows, row -> row.edition().tier()),
        Sql.column(rows, row -> row.tier().features().map(PolicyInSql::json).orElse(null)));
  }

  private Fragment rival() {
    List<Estate.Rivalry> rows = List.copyOf(rivals);
    return Fragment.of(
        """
        rival AS MATERIALIZED (
          SELECT * FROM unnest(?::text[], ?::text[]) AS t (application, other))""",
        Sql.column(rows, row -> row.application().id()),
        Sql.column(rows, row -> row.other().id()));
  }

  /**
   * Since when a source that can be believed now answers for an application: any of them, one that
   * measures every use, and one of any other application.
   */
  private Fragment covering(Instant asOf) {
    return Fragment.of(
        """
        believed AS MATERIALIZED (
          SELECT application, min(coverage_from) AS since,
            min(coverage_from) FILTER (WHERE sees = 'ACTIVITY') AS measured_since
          FROM source_health
          WHERE believed_from <= ?::timestamptz AND last_record_at >= ?::timestamptz
          GROUP BY application),
        covering AS MATERIALIZED (
          SELECT a.application, b.since, b.measured_since,
            (SELECT min(o.since) FROM believed o WHERE o.application <> a.application)
              AS others_since
          FROM (SELECT DISTINCT application FROM term) a
          LEFT JOIN believed b ON b.application = a.application)""",
        asOf,
        asOf.minus(Coverage.STALE_AFTER));
  }

  private static String json(Set<String> features) {
    try {
      return EventCodec.json().writeValueAsString(features);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("features that cannot be written", e);
    }
  }
}
