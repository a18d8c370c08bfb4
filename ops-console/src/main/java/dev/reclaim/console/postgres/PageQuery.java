package dev.reclaim.console.postgres;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Candidates.Line;
import dev.reclaim.console.Candidates.Page;
import dev.reclaim.console.Candidates.Seat;
import dev.reclaim.console.Candidates.Who;
import dev.reclaim.console.Filter;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One page of the list, as a query. Nothing of what the reader typed becomes part of its text. */
final class PageQuery {

  private static final String FROM =
      """
       from CandidateRow c
       left join HolderRow h on h.id = c.holder
       left join ApplicationRow a on a.id = c.application
      """;

  private final Filter filter;
  private final StringBuilder where = new StringBuilder(" where c.state in :states");
  private final Map<String, Object> values = new LinkedHashMap<>();

  PageQuery(Filter filter) {
    this.filter = filter;
    values.put("states", filter.states());
    filter.application().ifPresent(id -> and("c.application = :application", "application", id));
    filter.rule().ifPresent(rule -> and("c.rule = :rule", "rule", rule));
    if (!filter.text().isBlank()) {
      and(
          """
          (lower(h.name) like :text escape '\\' or lower(c.account) like :text escape '\\'
           or lower(a.title) like :text escape '\\' or lower(c.holder) like :text escape '\\')
          """,
          "text",
          "%" + literally(filter.text().strip().toLowerCase(Locale.ROOT)) + "%");
    }
  }

  private static String literally(String text) {
    return Stored.text(text).replaceAll("([\\\\%_])", "\\\\$1");
  }

  private void and(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  Page run(EntityManager database) {
    long total =
        with(database.createQuery("select count(*)" + FROM + where, Long.class)).getSingleResult();
    var lines =
        with(database.createQuery("select c, h, a" + FROM + where + order(), Object[].class))
            .setFirstResult((filter.page() - 1) * Filter.PAGE)
            .setMaxResults(Filter.PAGE)
            .getResultStream()
            .map(row -> line((CandidateRow) row[0], (HolderRow) row[1], (ApplicationRow) row[2]))
            .toList();
    return new Page(lines, total);
  }

  private <T> TypedQuery<T> with(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  private String order() {
    String direction = filter.sorting().descending() ? " desc" : " asc";
    String column =
        switch (filter.sorting().by()) {
          case HOLDER -> "lower(coalesce(h.name, c.holder))";
          case APPLICATION -> "lower(coalesce(a.title, c.application))";
          case PRICE -> "c.priceAmount";
          case STATE -> stateInOrderOfTheWalk();
          case DUE -> "c.due";
          case CHANGED -> "c.changedAt";
        };
    return " order by " + column + direction + " nulls last, c.id";
  }

  private static String stateInOrderOfTheWalk() {
    StringBuilder cases = new StringBuilder("case");
    int place = 0;
    for (CandidateState state : CandidateState.values()) {
      cases.append(" when c.state = ").append(state.name()).append(" then ");
      cases.append(place++);
    }
    return cases.append(" end").toString();
  }

  private static Line line(CandidateRow row, HolderRow holder, ApplicationRow application) {
    return new Line(
        new CandidateId(row.id),
        holder == null
            ? new Who(row.holder, Optional.empty())
            : new Who(
                holder.name,
                Optional.ofNullable(holder.department).filter(Predicate.not(String::isEmpty))),
        seat(row, application),
        row.standing(),
        row.pricePerMonth(),
        Optional.ofNullable(row.evidence).map(json -> Stored.fromJson(json, Evidence.class)));
  }

  private static Optional<Seat> seat(CandidateRow row, ApplicationRow application) {
    return Optional.ofNullable(row.application)
        .map(
            id ->
                new Seat(
                    application == null ? id : application.title,
                    row.tier,
                    row.account,
                    Optional.ofNullable(row.rule)));
  }
}
