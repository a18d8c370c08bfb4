package dev.reclaim.sandbox.directory;

import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Closes a client's connection. */
final class Connections {

  private Connections() {}

  static void close(LDAPListenerClientConnection client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
