package dev.reclaim.local.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** One question for each kind of component. */
public final class HealthChecks {
  private static final int PATIENCE_MS = 2_000;

  private HealthChecks() {}

  /** GET answers 200. */
  public static HealthCheck http(String url) {
    return () -> {
      try {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setInstanceFollowRedirects(false);
        try {
          return connection.getResponseCode() == 200;
        } finally {
          connection.disconnect();
        }
      } catch (IOException no) {
        return false;
      }
    };
  }

  /**
   * The broker answers an ApiVersions request: key 18, version 0, correlation id, a null client id
   * (the request that Kafka's protocol guide names for a client's first contact).
   */
  public static HealthCheck kafka(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
        int correlation = 7;
        DataOutputStream request = new DataOutputStream(socket.getOutputStream());
        request.writeInt(10);
        request.writeShort(18);
        request.writeShort(0);
        request.writeInt(correlation);
        request.writeShort(-1);
        request.flush();
        DataInputStream answer = new DataInputStream(socket.getInputStream());
        return answer.readInt() > 4 && answer.readInt() == correlation && answer.readShort() == 0;
      } catch (IOException no) {
        return false;
      }
    };
  }

  /** The superuser may connect. */
  static HealthCheck postgres(ConnectsToPostgres superuser) {
    return () -> {
      try (Connection connection = superuser.connect()) {
        return connection.isValid(2);
      } catch (SQLException | IOException no) {
        return false;
      }
    };
  }

  /** Opens one connection. */
  @FunctionalInterface
  interface ConnectsToPostgres {
    Connection connect() throws SQLException, IOException;
  }
}
