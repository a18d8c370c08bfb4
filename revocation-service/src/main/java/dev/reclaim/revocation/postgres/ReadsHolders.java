package dev.reclaim.revocation.postgres;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.revocation.AboutHolder;
import dev.reclaim.revocation.KnownHold;
import dev.reclaim.revocation.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what is known about the holders of many seats, one statement for each kind of fact. */
final class ReadsHolders {

  private final Statements sql;

  ReadsHolders(Statements sql) {
    this.sql = sql;
  }

  /** The facts by revocation or holder. */
  record Many(
      Map<String, Instant> lastUse,
      Map<String, List<KnownHold>> holds,
      Map<String, List<String>> identifiers,
      Set<String> replaced,
      Map<String, Instant> left) {

    AboutHolder about(Task task) {
      String id = task.id().value();
      String holder = task.seat().holder().value();
      return new AboutHolder(
          Optional.ofNullable(lastUse.get(id)),
          holds.getOrDefault(id, List.of()),
          identifiers.getOrDefault(holder, List.of()),
          replaced.contains(id),
          Optional.ofNullable(left.get(holder)));
    }
  }

  Many of(List<Task> tasks, Instant now) {
    List<HolderId> holders = tasks.stream().map(task -> task.seat().holder()).distinct().toList();
    return new Many(
        lastUse(tasks), holds(tasks, now), identifiers(holders), replaced(tasks), left(holders));
  }

  /** Rows of id, holder, application and one thing more for each task. */
  private static Batch asked(List<Task> tasks, Function<Task, ?> more) {
    Batch batch = new Batch("text", "text", "text", "text");
    tasks.forEach(
        task ->
            batch.add(
                task.id(), task.seat().holder(), task.seat().application(), more.apply(task)));
    return batch;
  }

  private Map<String, Instant> lastUse(List<Task> tasks) {
    Map<String, Instant> found = new HashMap<>();
    sql.query(
        """
        SELECT a.id, u.at FROM unnest(?, ?, ?, ?) AS a(id, holder, application, unused)
        JOIN last_use u ON u.holder = a.holder AND u.application = a.application
        """,
        row -> found.put(row.getString("id"), row.getTimestamp("at").toInstant()),
        asked(tasks, _ -> "").columns());
    return found;
  }

  private Map<String, List<KnownHold>> holds(List<Task> tasks, Instant now) {
    Map<String, List<KnownHold>> found = new HashMap<>();
    Batch asked = asked(tasks, task -> Identifier.normalise(task.seat().account()));
    Object[] values = new Object[5];
    System.arraycopy(asked.columns(), 0, values, 0, 4);
    values[4] = now;
    sql.query(
        """
        SELECT a.id, h.name, h.kind, h.reason, h.owner, h.until
        FROM unnest(?, ?, ?, ?) AS a(id, holder, application, account)
        JOIN hold h ON (h.application IS NULL OR h.application = a.application)
          AND (h.holder IS NULL OR h.holder IN (lower(a.holder), a.account)
            OR EXISTS (SELECT FROM holder_identifier i
              WHERE i.holder = a.holder AND i.identifier = h.holder))
        WHERE NOT h.lifted AND (h.until IS NULL OR h.until > ?)
        ORDER BY a.id, h.name
        """,
        row ->
            found
                .computeIfAbsent(row.getString("id"), _ -> new ArrayList<>())
                .add(
                    new KnownHold(
                        HoldPlaced.Kind.valueOf(row.getString("kind")),
                        "the hold %s (%s) by %s: %s"
                            .formatted(
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("owner"),
                                row.getString("reason")),
                        Statements.instant(row, "until"))),
        values);
    return found;
  }

  private Map<String, List<String>> identifiers(List<HolderId> holders) {
    Map<String, List<String>> found = new HashMap<>();
    sql.query(
        """
        SELECT holder, identifier FROM holder_identifier WHERE holder = ANY (?)
        ORDER BY holder, place, identifier
        """,
        row ->
            found
                .computeIfAbsent(row.getString("holder"), _ -> new ArrayList<>())
                .add(row.getString("identifier")),
        Batch.Column.texts(holders));
    return found;
  }

  /** Another seat of the same holder, of the tier that shall be left or of any other. */
  private Set<String> replaced(List<Task> tasks) {
    Batch asked = new Batch("text", "text", "text", "text", "text");
    tasks.forEach(
        task ->
            asked.add(
                task.id(),
                task.seat().holder(),
                task.seat().application(),
                task.seat().tier(),
                task.taking().toTier()));
    Set<String> found = new HashSet<>();
    sql.query(
        """
        SELECT DISTINCT a.id FROM unnest(?, ?, ?, ?, ?) AS a(id, holder, application, tier, to_tier)
        JOIN known_seat s ON s.holder = a.holder AND s.application = a.application
          AND s.gone_at IS NULL AND s.tier <> a.tier AND s.tier = coalesce(a.to_tier, s.tier)
        """,
        row -> found.add(row.getString("id")),
        asked.columns());
    return found;
  }

  private Map<String, Instant> left(List<HolderId> holders) {
    Map<String, Instant> found = new HashMap<>();
    sql.query(
        "SELECT holder, left_at FROM holder_profile WHERE holder = ANY (?) AND left_at IS NOT NULL",
        row -> found.put(row.getString("holder"), row.getTimestamp("left_at").toInstant()),
        Batch.Column.texts(holders));
    return found;
  }
}
