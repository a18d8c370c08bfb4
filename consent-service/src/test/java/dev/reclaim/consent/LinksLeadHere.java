package dev.reclaim.consent;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The service listens on a port that is known beforehand, so that the links in its mails work. */
public final class LinksLeadHere implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    int port = freePort();
    return Map.of(
        "quarkus.http.test-port",
        Integer.toString(port),
        "reclaim.urls.consent-service",
        "http://127.0.0.1:" + port);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
