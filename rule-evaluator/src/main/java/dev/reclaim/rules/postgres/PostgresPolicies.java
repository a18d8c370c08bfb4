package dev.reclaim.rules.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reclaim.events.Identifier;
import dev.reclaim.messaging.EventCodec;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.Policies;
import dev.reclaim.rules.PolicyDocument;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyVersion;
import dev.reclaim.rules.ReadsPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Policy as a table of versions. What stands is parsed once per version. */
public final class PostgresPolicies implements Policies {

  private final Sql sql;
  private final ReadsPolicy reads;
  private final Map<PolicyId, Parsed> parsed = new ConcurrentHashMap<>();

  private record Parsed(String text, PolicyVersion version) {}

  public PostgresPolicies(DataSource database, ReadsPolicy reads) {
    this.sql = new Sql(database);
    this.reads = reads;
  }

  @Override
  public void lock() {
    sql.query(
        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('policy', 0))) AS locked",
        row -> row.getInt(1));
  }

  @Override
  public Optional<PolicyVersion> find(PolicyId id, OptionalInt version) {
    return sql
        .query(
            """
            SELECT * FROM policy WHERE kind = ? AND name = ? AND (version = ? OR ? = 0)
            ORDER BY version DESC LIMIT 1
            """,
            this::read,
            id.kind().word(),
            id.name(),
            version.orElse(0),
            version.orElse(0))
        .stream()
        .findFirst();
  }

  @Override
  public List<PolicyVersion> versions(PolicyId id) {
    return sql.query(
        "SELECT * FROM policy WHERE kind = ? AND name = ? ORDER BY version",
        this::read,
        id.kind().word(),
        id.name());
  }

  @Override
  public List<PolicyVersion> standing(PolicyKind kind) {
    return sql.query(
        """
        SELECT * FROM (
          SELECT DISTINCT ON (name) * FROM policy WHERE kind = ? ORDER BY name, version DESC) newest
        WHERE NOT retired ORDER BY name
        """,
        this::readOnce,
        kind.word());
  }

  @Override
  public void add(PolicyVersion version) {
    PolicyId id = version.id();
    sql.update(
        """
        INSERT INTO policy (kind, name, version, document, changed_by, changed_at, retired)
        VALUES (?, ?, ?, ?::jsonb, ?, ?, ?)
        """,
        id.kind().word(),
        id.name(),
        version.version(),
        json(version.document()),
        version.by(),
        version.at(),
        version.retired());
    if (version.document().policy() instanceof Hold hold) {
      replace(hold, version);
    }
  }

  /** What stands now as {@code hold}, and all that ever stood as {@code hold_time}. */
  private void replace(Hold hold, PolicyVersion version) {
    String name = hold.name().value();
    sql.update("DELETE FROM hold WHERE name = ?", name);
    sql.update(
        "UPDATE hold_time SET lifted_at = ? WHERE name = ? AND lifted_at IS NULL",
        version.at(),
        name);
    if (version.retired()) {
      return;
    }
    Optional<String> holder = hold.scope().holder().map(Identifier::normalise);
    Optional<String> application = hold.scope().application().map(each -> each.value());
    sql.update(
        "INSERT INTO hold (name, holder, application, until) VALUES (?, ?, ?, ?::timestamptz)",
        name,
        holder,
        application,
        hold.until());
    sql.update(
        """
        INSERT INTO hold_time (name, version, holder, application, until, placed_at)
        VALUES (?, ?, ?, ?, ?::timestamptz, ?)
        """,
        name,
        version.version(),
        holder,
        application,
        hold.until(),
        version.at());
  }

  /** A version that was seen before its transaction was undone may come again with another text. */
  private PolicyVersion readOnce(ResultSet row) throws SQLException {
    PolicyId id = id(row);
    String text = row.getString("document");
    Parsed known = parsed.get(id);
    if (known == null
        || known.version().version() != row.getInt("version")
        || !known.text().equals(text)) {
      known = new Parsed(text, read(row));
      parsed.put(id, known);
    }
    return known.version();
  }

  private PolicyVersion read(ResultSet row) throws SQLException {
    return new PolicyVersion(
        reads.read(id(row).kind(), row.getString("document")),
        row.getInt("version"),
        row.getString("changed_by"),
        Sql.instant(row, "changed_at"),
        row.getBoolean("retired"));
  }

  private static PolicyId id(ResultSet row) throws SQLException {
    return new PolicyId(PolicyKind.of(row.getString("kind")).orElseThrow(), row.getString("name"));
  }

  private static String json(PolicyDocument document) {
    try {
      return EventCodec.json().writeValueAsString(document.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("policy that cannot be written", e);
    }
  }
}
