package dev.reclaim.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Refuses to start a component on a port that another program has. */
final class TakenPorts {
  private static final int PATIENCE_MS = 500;

  private TakenPorts() {}

  static void refuse(Component component) throws Refusal {
    for (int port : component.ports()) {
      if (taken(port)) {
        throw new Refusal(
            "Port %d is taken by another program, and %s needs it: stop that program, or move all ports, for example with RECLAIM_PORT_BASE=%d."
                .formatted(port, component.name(), port < 60_000 ? 18080 : 8080));
      }
    }
  }

  private static boolean taken(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    // Binding alone is not enough where SO_REUSEADDR lets two sockets share a port (macOS).
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback, port), PATIENCE_MS);
      return true;
    } catch (IOException nobodyAnswers) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(loopback, port));
        return false;
      } catch (IOException bound) {
        return true;
      }
    }
  }
}
