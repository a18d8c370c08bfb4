package dev.reclaim.consent.postgres;

import dev.reclaim.consent.People;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who is who, as HR last said; kept from the signals. */
public final class PeopleTable implements People {

  private final Sql sql;

  public PeopleTable(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<Holder> find(HolderId id) {
    return sql.one(
        "SELECT body FROM person WHERE id = ?",
        row -> Sql.parse(row.getString("body"), Holder.class),
        id.value());
  }

  @Override
  public Optional<Holder> named(String identifier) {
    List<Holder> found =
        sql.list(
            """
            SELECT p.body FROM person p JOIN person_name n ON n.person = p.id
            WHERE n.name = ? LIMIT 2
            """,
            row -> Sql.parse(row.getString("body"), Holder.class),
            Identifier.normalise(identifier));
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public List<Holder> among(Collection<HolderId> ids) {
    return sql.list(
        "SELECT body FROM person WHERE id = ANY (?)",
        row -> Sql.parse(row.getString("body"), Holder.class),
        (Object) ids.stream().map(HolderId::value).distinct().toArray(String[]::new));
  }

  @Override
  public Optional<Holder> headOf(String department) {
    List<Holder> heads =
        sql.list(
            """
            SELECT p.body FROM person p
            LEFT JOIN person m ON m.id = p.body->>'manager'
            WHERE p.body->>'department' = ? AND p.body->>'status' <> 'LEFT'
              AND p.body->>'kind' = 'PERSON'
              AND (p.body->>'manager' IS NULL OR m.id = p.id
                OR m.body->>'department' IS DISTINCT FROM p.body->>'department' AND m.id IS NOT NULL)
            ORDER BY p.body->>'status' LIMIT 2
            """,
            row -> Sql.parse(row.getString("body"), Holder.class),
            department);
    boolean one =
        heads.size() == 1
            || (heads.size() == 2 && heads.getFirst().status() != heads.getLast().status());
    return one ? Optional.of(heads.getFirst()) : Optional.empty();
  }

  @Override
  public void lock(Collection<HolderId> holders) {
    // In one order everywhere, so that two batches wait for each other in line, not in a circle.
    sql.list(
        """
        SELECT pg_advisory_xact_lock(hashtextextended(holder, 1))
        FROM (SELECT DISTINCT holder FROM unnest(?) AS holder ORDER BY holder) AS all_of_them
        """,
        row -> true,
        (Object) holders.stream().map(HolderId::value).toArray(String[]::new));
  }

  @Override
  public boolean put(Holder holder) {
    int changed =
        sql.change(
            """
            INSERT INTO person (id, as_of, body) VALUES (?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of, body = excluded.body
            WHERE person.as_of <= excluded.as_of
            """,
            holder.id().value(),
            holder.asOf(),
            Sql.json(holder));
    if (changed == 0) {
      return false;
    }
    String[] names =
        holder.identifiers().stream().map(Identifier::normalised).distinct().toArray(String[]::new);
    sql.change("DELETE FROM person_name WHERE person = ?", holder.id().value());
    sql.change(
        "INSERT INTO person_name (name, person) SELECT name, ? FROM unnest(?) AS name",
        holder.id().value(),
        names);
    return true;
  }
}
