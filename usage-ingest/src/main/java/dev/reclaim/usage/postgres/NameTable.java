package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.texts;

import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.usage.KnownHolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of holders, and whom each name means. */
final class NameTable {

  private final Sql sql;

  NameTable(Sql sql) {
    this.sql = sql;
  }

  private record Name(HolderId holder, Identifier identifier, boolean current) {}

  Map<HolderId, Set<Identifier>> formerOf(Collection<HolderId> holders) {
    Map<HolderId, Set<Identifier>> former = new HashMap<>();
    sql.list(
            """
            SELECT holder, kind, spelling FROM identifier
            WHERE holder = ANY (?) AND NOT is_current
            """,
            row ->
                new Name(
                    new HolderId(row.getString("holder")),
                    new Identifier(
                        Identifier.Kind.valueOf(row.getString("kind")), row.getString("spelling")),
                    false),
            column("text", holders, HolderId::value))
        .forEach(
            name ->
                former.computeIfAbsent(name.holder(), _ -> new HashSet<>()).add(name.identifier()));
    return former;
  }

  void write(Collection<KnownHolder> holders) {
    Map<String, Name> byKey = new HashMap<>();
    for (KnownHolder holder : holders) {
      holder.former().forEach(identifier -> put(byKey, new Name(holder.id(), identifier, false)));
      holder
          .newest()
          .identifiers()
          .forEach(identifier -> put(byKey, new Name(holder.id(), identifier, true)));
    }
    List<Name> names = new ArrayList<>(byKey.values());
    sql.run(
        """
        INSERT INTO identifier (holder, kind, value, spelling, is_current)
        SELECT * FROM unnest(?, ?, ?, ?, ?)
        ON CONFLICT (holder, kind, value) DO UPDATE SET
          spelling = excluded.spelling, is_current = excluded.is_current
        """,
        column("text", names, Name::holder),
        column("text", names, name -> name.identifier().kind()),
        column("text", names, name -> name.identifier().normalised()),
        column("text", names, name -> name.identifier().value()),
        column("boolean", names, Name::current));
  }

  private static void put(Map<String, Name> byKey, Name name) {
    byKey.put(
        name.holder() + " " + name.identifier().kind() + " " + name.identifier().normalised(),
        name);
  }

  /** Finds out whom these names mean now. */
  void settle(Set<String> touched) {
    sql.run(
        """
        INSERT INTO known_account (account, holder)
        SELECT i.value, CASE WHEN count(DISTINCT i.holder) = 1 THEN min(i.holder) END
        FROM identifier i
        WHERE i.value = ANY (?) AND (i.is_current OR NOT EXISTS (
          SELECT FROM identifier c WHERE c.value = i.value AND c.is_current))
        GROUP BY i.value
        ON CONFLICT (account) DO UPDATE SET holder = excluded.holder
        """,
        texts(touched));
  }
}
