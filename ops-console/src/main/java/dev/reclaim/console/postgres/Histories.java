package dev.reclaim.console.postgres;

import dev.reclaim.console.Candidate;
import dev.reclaim.console.History;
import dev.reclaim.console.Transition;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds transitions to the histories of their candidates. Three topics arrive side by side, so each
 * candidate is locked before its history is read; otherwise two of them would each overlook what
 * the other adds.
 */
final class Histories {

  private final EntityManager database;

  Histories(EntityManager database) {
    this.database = database;
  }

  void add(List<Transition> transitions) {
    Map<String, Candidate> touched = new TreeMap<>();
    transitions.stream()
        .collect(Collectors.groupingBy(transition -> transition.candidate().value()))
        .forEach((id, some) -> touched.put(id, History.of(some).candidate()));
    touched.values().forEach(this::makeSureThereIs);
    List<CandidateRow> rows = lock(touched.keySet());
    keep(transitions);
    Map<String, List<Transition>> all = read(touched.keySet());
    rows.forEach(row -> row.become(History.of(all.get(row.id)).candidate()));
  }

  private void makeSureThereIs(Candidate candidate) {
    database
        .createNativeQuery(
            """
            INSERT INTO candidate (id, holder, state, since, opened_at, changed_at)
            VALUES (:id, :holder, :state, :since, :since, :since) ON CONFLICT DO NOTHING
            """)
        .setParameter("id", candidate.id().value())
        .setParameter("holder", candidate.holder().value())
        .setParameter("state", candidate.standing().state().name())
        .setParameter("since", candidate.standing().since())
        .executeUpdate();
  }

  private List<CandidateRow> lock(Collection<String> ids) {
    return database
        .createQuery("from CandidateRow where id in :ids order by id", CandidateRow.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private void keep(List<Transition> transitions) {
    Set<String> known =
        new HashSet<>(
            database
                .createQuery(
                    "select eventId from TransitionRow where eventId in :ids", String.class)
                .setParameter("ids", transitions.stream().map(Transition::id).toList())
                .getResultList());
    for (Transition transition : transitions) {
      if (known.add(transition.id())) {
        database.persist(TransitionRow.of(transition));
      }
    }
  }

  Map<String, List<Transition>> read(Collection<String> candidates) {
    return database
        .createQuery("from TransitionRow where candidate in :ids", TransitionRow.class)
        .setParameter("ids", candidates)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> row.candidate,
                Collectors.mapping(TransitionRow::transition, Collectors.toList())));
  }
}
