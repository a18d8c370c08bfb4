package dev.reclaim.consent;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A real IMAP server with the mailbox to which mail comes back; it can be away for a while. */
public final class BounceMailbox implements QuarkusTestResourceLifecycleManager {

  private static final String ADDRESS = "bounces@example.com";
  private static final String PASSWORD = "only-for-tests";
  private static final int PORT = freePort();
  private static GreenMail server;
  private static GreenMailUser owner;

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    up();
    String prefix = "reclaim.consent.channels.mail.bounces.";
    return Map.of(
        prefix + "address",
        "imap://127.0.0.1:" + PORT,
        prefix + "user",
        ADDRESS,
        prefix + "password",
        kept(PASSWORD),
        prefix + "key",
        kept("only-for-tests-only-for-tests-32"),
        prefix + "every",
        "PT0.2S");
  }

  private static String kept(String secret) {
    try {
      Path file = Files.createTempFile("secret", ".txt");
      file.toFile().deleteOnExit();
      return "file:" + Files.writeString(file, secret).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    down();
  }

  static void up() {
    server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    owner = server.setUser(ADDRESS, ADDRESS, PASSWORD);
  }

  static void down() {
    server.stop();
  }

  static void receives(String raw) {
    try {
      owner.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
