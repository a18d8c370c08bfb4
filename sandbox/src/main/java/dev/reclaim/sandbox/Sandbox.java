package dev.reclaim.sandbox;

import dev.reclaim.sandbox.directory.SandboxDirectory;
import dev.reclaim.sandbox.http.SandboxHttp;
import dev.reclaim.sandbox.mailbox.Mailbox;
import dev.reclaim.sandbox.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The whole company in one process. */
public final class Sandbox implements AutoCloseable {

  private final SandboxDirectory directory;
  private final Mailbox mailbox;
  private final SandboxHttp http;
  private final Vendors vendors;

  private Sandbox(SandboxDirectory directory, Mailbox mailbox, SandboxHttp http, Vendors vendors) {
    this.directory = directory;
    this.mailbox = mailbox;
    this.http = http;
    this.vendors = vendors;
  }

  /**
   * Starts everything; what is kept in the home folder goes on.
   *
   * @throws IOException if a port is taken or the folder cannot be used; nothing is left running
   */
  public static Sandbox start(SandboxConfig config) throws IOException {
    SandboxDirectory directory =
        SandboxDirectory.start(
            config.ldapPort(), config.directoryPassword(), Optional.of(config.home()));
    Vendors vendors = Vendors.all();
    Mailbox mailbox = null;
    try {
      mailbox = Mailbox.start(config.smtpPort(), config.home().resolve("mail"));
      return new Sandbox(
          directory,
          mailbox,
          SandboxHttp.start(config.httpPort(), directory, mailbox, vendors),
          vendors);
    } catch (IOException | RuntimeException e) {
      directory.close();
      if (mailbox != null) {
        mailbox.close();
      }
      throw e;
    }
  }

  public SandboxDirectory directory() {
    return directory;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public Vendors vendors() {
    return vendors;
  }

  public URI httpUrl() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  @Override
  public void close() {
    http.close();
    mailbox.close();
    directory.close();
  }

  @Override
  public String toString() {
    return "sandbox: http %d, ldap %d, smtp %d"
        .formatted(http.port(), directory.port(), mailbox.port());
  }

  /** Runs until the process is ended; {@code SANDBOX_CONFIG} names the properties file. */
  public static void main(String[] arguments) throws InterruptedException {
    // The mail server logs through slf4j; without a binding it should be silent, not complain.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    String file = System.getenv("SANDBOX_CONFIG");
    if (file == null || file.isBlank()) {
      end("SANDBOX_CONFIG: is missing; it names the properties file of the sandbox");
      return;
    }
    try {
      Sandbox sandbox = start(SandboxConfig.read(Path.of(file)));
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      System.out.println(sandbox);
      new CountDownLatch(1).await();
    } catch (IOException | IllegalArgumentException e) {
      end("the sandbox cannot start: " + e.getMessage());
    }
  }

  private static void end(String why) {
    System.err.println(why);
    System.exit(1);
  }
}
