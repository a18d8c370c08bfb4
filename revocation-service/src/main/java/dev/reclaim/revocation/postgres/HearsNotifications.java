package dev.reclaim.revocation.postgres;

import dev.reclaim.messaging.Loop;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Tells the worker of this instance when somebody has stored something that is due. */
public final class HearsNotifications extends Loop {

  private static final Duration AT_MOST = Duration.ofSeconds(1);

  private final DataSource database;
  private final Runnable wake;

  public HearsNotifications(DataSource database, Runnable wake) {
    super("hears-of-work");
    this.database = database;
    this.wake = wake;
  }

  @Override
  protected void round() throws Exception {
    try (Connection connection = database.getConnection();
        Statement listen = connection.createStatement()) {
      listen.execute("LISTEN " + StoresTransitions.CHANNEL);
      PGConnection notifications = connection.unwrap(PGConnection.class);
      while (running()) {
        alive();
        PGNotification[] heard = notifications.getNotifications((int) AT_MOST.toMillis());
        if (heard != null && heard.length > 0) {
          wake.run();
        }
      }
      listen.execute("UNLISTEN " + StoresTransitions.CHANNEL);
    }
  }
}
