package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.revocation.BrakeRecord;
import dev.reclaim.revocation.Facts;
import dev.reclaim.revocation.KillSwitch;
import dev.reclaim.revocation.KnownApplication;
import dev.reclaim.revocation.Pace;
import dev.reclaim.revocation.Readings;
import dev.reclaim.revocation.SourcesSeen;
import dev.reclaim.revocation.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what is known about many revocations at once, in the transaction that is open. */
public final class ReadsFacts {

  private final Statements sql;
  private final ReadsPaces paces;
  private final ReadsHolders holders;
  private final ReadsSources sources;
  private final BrakeRecord brakes;

  public ReadsFacts(Statements sql, ReadsPaces paces, BrakeRecord brakes) {
    this.sql = sql;
    this.paces = paces;
    this.holders = new ReadsHolders(sql);
    this.sources = new ReadsSources(sql);
    this.brakes = brakes;
  }

  /**
   * One revocation about which something is asked.
   *
   * @param calledOff as stored
   * @param countedAt when its first step was counted, if it was
   * @param heldBy the brake that holds it now
   */
  record Asked(
      Task task,
      Optional<String> calledOff,
      Optional<Instant> countedAt,
      Optional<String> heldBy) {}

  /**
   * The facts of a moment about many. Each decision that is made on them changes them for the next:
   * what it counts is counted, what it holds is held.
   */
  Moment of(List<Asked> asked, Instant now) {
    List<Task> tasks = asked.stream().map(Asked::task).toList();
    Set<ApplicationId> applications =
        tasks.stream().map(task -> task.seat().application()).collect(Collectors.toSet());
    return new Moment(
        brakes.killSwitch(),
        new HashMap<>(paces.of(applications, now)),
        held(),
        known(applications),
        sources.of(applications, now),
        holders.of(tasks, now),
        now);
  }

  /** What was read for many, and what decisions have added. */
  static final class Moment {

    private final KillSwitch killSwitch;
    private final Map<String, Pace> paces;
    private final Map<String, Integer> held;
    private final Map<ApplicationId, KnownApplication> applications;
    private final Map<ApplicationId, SourcesSeen> sources;
    private final ReadsHolders.Many holders;
    private final Instant now;
    private final Set<String> heldAnew = new HashSet<>();

    private Moment(
        KillSwitch killSwitch,
        Map<String, Pace> paces,
        Map<String, Integer> held,
        Map<ApplicationId, KnownApplication> applications,
        Map<ApplicationId, SourcesSeen> sources,
        ReadsHolders.Many holders,
        Instant now) {
      this.killSwitch = killSwitch;
      this.paces = paces;
      this.held = held;
      this.applications = applications;
      this.sources = sources;
      this.holders = holders;
      this.now = now;
    }

    /** The facts about one, itself not counted. */
    Facts about(Asked one) {
      ApplicationId application = one.task().seat().application();
      Set<String> tripped = new HashSet<>(heldAnew);
      held.forEach(
          (brake, count) -> {
            if (count > (one.heldBy().equals(Optional.of(brake)) ? 1 : 0)) {
              tripped.add(brake);
            }
          });
      return new Facts(
          one.calledOff(),
          holders.about(one.task()),
          Optional.ofNullable(applications.get(application)),
          new Readings(
              killSwitch,
              without(one, paces.get(application.value())),
              without(one, paces.get(ReadsPaces.IN_ALL)),
              tripped,
              sources.getOrDefault(application, SourcesSeen.NOTHING)));
    }

    private Pace without(Asked one, Pace pace) {
      int hour =
          one.countedAt().filter(at -> at.isAfter(now.minusSeconds(3_600))).isPresent() ? 1 : 0;
      int day =
          one.countedAt().filter(at -> at.isAfter(now.minusSeconds(86_400))).isPresent() ? 1 : 0;
      return new Pace(
          Math.max(0, pace.lastHour() - hour),
          Math.max(0, pace.lastDay() - day),
          pace.seatsOfHour(),
          pace.seatsOfDay());
    }

    /** One more takes its first step. */
    void counted(Task task) {
      for (String name : List.of(task.seat().application().value(), ReadsPaces.IN_ALL)) {
        paces.computeIfPresent(
            name,
            (_, pace) ->
                new Pace(
                    pace.lastHour() + 1,
                    pace.lastDay() + 1,
                    pace.seatsOfHour(),
                    pace.seatsOfDay()));
      }
    }

    /** One more is held. */
    void held(String brake) {
      heldAnew.add(brake);
    }
  }

  private Map<String, Integer> held() {
    Map<String, Integer> counts = new HashMap<>();
    sql.query(
        "SELECT brake, count(*) AS held FROM revocation WHERE brake IS NOT NULL GROUP BY brake",
        row -> counts.put(row.getString("brake"), row.getInt("held")));
    return counts;
  }

  private Map<ApplicationId, KnownApplication> known(Set<ApplicationId> wanted) {
    return sql
        .query(
            "SELECT * FROM application WHERE id = ANY (?)",
            ApplicationRows::read,
            Batch.Column.texts(new ArrayList<>(wanted)))
        .stream()
        .collect(Collectors.toMap(KnownApplication::id, one -> one));
  }

  Optional<KnownApplication> application(ApplicationId id) {
    return Optional.ofNullable(known(Set.of(id)).get(id));
  }
}
