package dev.reclaim.revocation.postgres;

import dev.reclaim.events.RevocationEvent.BrakeHandled.Act;
import dev.reclaim.events.RevocationId;
import dev.reclaim.revocation.BrakeRecord;
import dev.reclaim.revocation.KillSwitch;
import dev.reclaim.revocation.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people did to brakes, as rows. */
public final class PostgresBrakeRecord implements BrakeRecord {

  /** What stands in place of an id for all that a brake holds. */
  private static final String ALL = "";

  private final Statements sql;

  public PostgresBrakeRecord(Statements sql) {
    this.sql = sql;
  }

  @Override
  public KillSwitch killSwitch() {
    return sql.first(
            "SELECT is_on, reason, by, since FROM kill_switch",
            row ->
                new KillSwitch(
                    row.getBoolean("is_on"),
                    row.getString("reason"),
                    row.getString("by"),
                    row.getTimestamp("since").toInstant()))
        .orElse(KillSwitch.OFF);
  }

  @Override
  public void set(KillSwitch killSwitch) {
    sql.update(
        """
        INSERT INTO kill_switch (single, is_on, reason, by, since) VALUES (true, ?, ?, ?, ?)
        ON CONFLICT (single) DO UPDATE SET is_on = EXCLUDED.is_on, reason = EXCLUDED.reason,
          by = EXCLUDED.by, since = EXCLUDED.since
        """,
        killSwitch.on(),
        killSwitch.reason(),
        killSwitch.by(),
        killSwitch.since());
  }

  @Override
  public List<Voice> voices(String brake, Instant since) {
    return sql.query(
        "SELECT login, revocation, at FROM brake_voice WHERE brake = ? AND at >= ?"
            + " ORDER BY at, login",
        row ->
            new Voice(
                row.getString("login"),
                Optional.of(row.getString("revocation"))
                    .filter(id -> !id.equals(ALL))
                    .map(RevocationId::new),
                row.getTimestamp("at").toInstant()),
        brake,
        since);
  }

  @Override
  public void speak(String brake, Voice voice, Instant countsFrom) {
    sql.update(
        """
        INSERT INTO brake_voice AS known (brake, revocation, login, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (brake, revocation, login) DO UPDATE SET at = EXCLUDED.at WHERE known.at < ?
        """,
        brake,
        voice.about().map(RevocationId::value).orElse(ALL),
        voice.login(),
        voice.at(),
        countsFrom);
  }

  @Override
  public void forgetVoices(String brake, List<RevocationId> ended) {
    sql.update(
        "DELETE FROM brake_voice WHERE brake = ? AND (revocation = ? OR revocation = ANY (?))",
        brake,
        ALL,
        Batch.Column.texts(ended));
  }

  @Override
  public void forgetVoices(String brake, RevocationId ended) {
    sql.update("DELETE FROM brake_voice WHERE brake = ? AND revocation = ?", brake, ended);
  }

  @Override
  public void act(String brake, Act act, String by, String why, Instant at) {
    sql.update(
        "INSERT INTO brake_act (brake, act, by, why, at) VALUES (?, ?, ?, ?, ?)",
        brake,
        act,
        by,
        why,
        at);
  }
}
