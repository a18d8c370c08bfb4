package dev.reclaim.revocation.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.revocation.KnownApplication;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of {@code application}. */
final class ApplicationRows {

  private ApplicationRows() {}

  static KnownApplication read(ResultSet row) throws SQLException {
    return new KnownApplication(
        new ApplicationId(row.getString("id")),
        row.getString("title"),
        source(row),
        StatesAsJson.readTexts(row.getString("entitlements")),
        row.getInt("restorable_days"));
  }

  /** Where its seats are; empty where only a person knows. */
  static Optional<SeatSource> source(ResultSet row) throws SQLException {
    Optional<String> connection = Statements.text(row, "connection");
    if (connection.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SeatSource(
            new ConnectionName(connection.get()),
            row.getString("entitlement"),
            Statements.text(row, "action").map(SeatAction::valueOf),
            Statements.text(row, "lower_entitlement")));
  }
}
