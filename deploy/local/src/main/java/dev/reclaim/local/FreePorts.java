package dev.reclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface that nobody listens on at the moment. */
public final class FreePorts {
  private FreePorts() {}

  /** A free port, or the given one when it is not 0. */
  public static int orGiven(int port) {
    if (port != 0) {
      return port;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noPort) {
      throw new UncheckedIOException("This machine gives no free port", noPort);
    }
  }
}
