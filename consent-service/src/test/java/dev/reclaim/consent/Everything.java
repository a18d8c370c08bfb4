package dev.reclaim.consent;

import dev.reclaim.events.Topic;
import dev.reclaim.testkit.TopicView;
import dev.reclaim.testkit.infrastructure.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.awaitility.Awaitility;

/**
 * All that can change when somebody answers: candidates, questions, history, and what was said to
 * other services.
 *
 * @param rows a digest of every row
 */
record Everything(String rows, long history, long said) {

  static Everything now(TopicView topics) {
    Awaitility.await().until(() -> number("SELECT count(*) FROM outbox") == 0);
    return new Everything(
        text(
            """
            SELECT md5((SELECT string_agg(c::text, '' ORDER BY id) FROM candidate c)
              || (SELECT string_agg(p::text, '' ORDER BY id) FROM prompt p))
            """),
        number("SELECT count(*) FROM history"),
        topics.all(Topic.CONSENT).size());
  }

  private static long number(String query) {
    return Long.parseLong(text(query));
  }

  private static String text(String query) {
    try (var connection = TestDatabase.named("consent_service").asService();
        var select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
