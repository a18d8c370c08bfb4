package dev.reclaim.consent;

import dev.reclaim.testkit.infrastructure.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The service's own database, looked into from outside. */
final class Database {

  private Database() {}

  static long number(String query) {
    try (var connection = TestDatabase.named("consent_service").asService();
        var select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void change(String statement) {
    try (var connection = TestDatabase.named("consent_service").asService();
        var change = connection.prepareStatement(statement)) {
      change.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
