package dev.reclaim.usage.postgres;

import static dev.reclaim.usage.postgres.Sql.column;
import static dev.reclaim.usage.postgres.Sql.instant;
import static dev.reclaim.usage.postgres.Sql.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent.HolderReported;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.usage.KeepsPeople;
import dev.reclaim.usage.KnownHolder;
import dev.reclaim.usage.Profile;
import dev.reclaim.usage.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** People in tables: the newest statement about each, and all names. */
public final class PeopleTables implements KeepsPeople {

  private static final String EMPLOYED_AND_IN_ROSTER =
      "h.said -> 'details' ->> 'inRoster' = 'true' AND h.said ->> 'status' <> 'left'";

  private final Sql sql;
  private final NameTable names;

  public PeopleTables(DataSource database) {
    this.sql = new Sql(database);
    this.names = new NameTable(sql);
  }

  @Override
  public List<KnownHolder> goingBy(Set<String> values, Set<HolderId> ids) {
    record Row(HolderId id, Said said) {}
    List<Row> rows =
        sql.list(
            """
            SELECT id, said, said_at, said_event FROM holder
            WHERE id = ANY (?) OR id IN (SELECT holder FROM identifier WHERE value = ANY (?))
            """,
            row -> new Row(new HolderId(row.getString("id")), said(row)),
            column("text", ids, HolderId::value),
            texts(values));
    Map<HolderId, Set<Identifier>> former = names.formerOf(rows.stream().map(Row::id).toList());
    return rows.stream()
        .map(row -> new KnownHolder(row.id(), row.said(), former.getOrDefault(row.id(), Set.of())))
        .toList();
  }

  @Override
  public void save(Collection<KnownHolder> holders, Set<String> touchedNames) {
    if (holders.isEmpty()) {
      return;
    }
    sql.run(
        """
        INSERT INTO holder (id, said, said_at, said_event, manager_ref, owner_ref)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          said = excluded.said, said_at = excluded.said_at, said_event = excluded.said_event,
          manager_ref = excluded.manager_ref, owner_ref = excluded.owner_ref
        """,
        column("text", holders, KnownHolder::id),
        column("jsonb", holders, holder -> json(holder.newest().report())),
        column("timestamptz", holders, holder -> holder.newest().at()),
        column("text", holders, holder -> holder.newest().eventId()),
        column("text", holders, holder -> normalised(holder.newest().report().manager())),
        column("text", holders, holder -> normalised(holder.newest().report().owner())));
    names.write(holders);
    names.settle(touchedNames);
  }

  @Override
  public List<Profile> profiles(Collection<HolderId> holders, Set<String> values) {
    return sql.list(
        """
        SELECT h.*, m.holder AS manager, o.holder AS owner
        FROM holder h
        LEFT JOIN known_account m ON m.account = h.manager_ref
        LEFT JOIN known_account o ON o.account = h.owner_ref
        WHERE h.id = ANY (?) OR h.manager_ref = ANY (?) OR h.owner_ref = ANY (?)
        ORDER BY h.id
        """,
        row ->
            new Profile(
                new HolderId(row.getString("id")),
                said(row),
                Optional.ofNullable(row.getString("manager")).map(HolderId::new),
                Optional.ofNullable(row.getString("owner")).map(HolderId::new),
                Optional.ofNullable(row.getString("published"))
                    .map(text -> read(text, Holder.class))),
        column("text", holders, HolderId::value),
        texts(values),
        texts(values));
  }

  @Override
  public void published(Collection<Holder> profiles) {
    if (profiles.isEmpty()) {
      return;
    }
    sql.run(
        """
        UPDATE holder SET published = t.profile
        FROM unnest(?, ?) AS t(id, profile) WHERE holder.id = t.id
        """,
        column("text", profiles, Holder::id),
        column("jsonb", profiles, PeopleTables::json));
  }

  @Override
  public long inRoster() {
    return sql.list(
            "SELECT count(*) AS people FROM holder h WHERE " + EMPLOYED_AND_IN_ROSTER,
            row -> row.getLong("people"))
        .getFirst();
  }

  @Override
  public List<HolderReported> inRosterWithout(Set<String> values, Instant before) {
    return sql.list(
        """
        SELECT said FROM holder h
        LEFT JOIN (SELECT DISTINCT holder FROM identifier WHERE value = ANY (?)) AS named
          ON named.holder = h.id
        WHERE named.holder IS NULL AND h.said_at < ? AND %s
        ORDER BY h.id
        """
            .formatted(EMPLOYED_AND_IN_ROSTER),
        row -> read(row.getString("said"), HolderReported.class),
        texts(values),
        before);
  }

  private static String normalised(Optional<String> reference) {
    return reference.map(Identifier::normalise).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        read(row.getString("said"), HolderReported.class),
        instant(row, "said_at"),
        row.getString("said_event"));
  }

  private static String json(Object value) {
    try {
      return EventCodec.json().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile that cannot be written", e);
    }
  }

  private static <T> T read(String json, Class<T> as) {
    try {
      return EventCodec.json().readValue(json, as);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile that we wrote and cannot read", e);
    }
  }
}
