package dev.reclaim.sandbox.graph;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A tenant with its Graph and its token endpoint, on 127.0.0.1. */
public final class SandboxGraph implements AutoCloseable {

  static {
    // Answers are small; the JDK's server would hold them back to fill a packet.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Below it stand {@code graph} and {@code login}, in the place of the two hosts. */
  public static final String ROOT = "/vendor/microsoft-graph/";

  /** May do everything. */
  public static final String CLIENT = "5f3c1f54-8a61-4f55-9a55-0d5d10c4a001";

  /** May read everything and change nothing. */
  public static final String READER = "5f3c1f54-8a61-4f55-9a55-0d5d10c4a002";

  public static final Set<String> READS =
      Set.of(
          "User.Read.All",
          "GroupMember.Read.All",
          "Directory.Read.All",
          "LicenseAssignment.Read.All",
          "Application.Read.All",
          "AuditLog.Read.All");

  private static final Set<String> CHANGES =
      Set.of(
          "LicenseAssignment.ReadWrite.All",
          "GroupMember.ReadWrite.All",
          "AppRoleAssignment.ReadWrite.All",
          "User.EnableDisableAccount.All",
          "User.RevokeSessions.All");

  /** Small, so that whoever reads only the first page shows it. */
  static final int LARGEST_PAGE = 3;

  private final HttpServer server;
  private final Effects effects = new Effects();
  private final Faults faults = new Faults();
  private final Recorded recorded = new Recorded();
  private final Logins logins = new Logins();
  private final Tenant tenant = new Tenant();
  private final Directory directory;
  private final Answers answers;
  private final Runnable stop;

  private SandboxGraph(HttpServer server, Limits limits, String secret, Runnable stop) {
    this.server = server;
    this.stop = stop;
    Throttle throttle = new Throttle(limits.writes(), limits.within());
    this.answers = new Answers(tenant, throttle, logins, faults, effects, limits.lag());
    this.directory = new Directory(tenant, answers);
    logins.add(READER, secret, READS);
    Set<String> all = new TreeSet<>(READS);
    all.addAll(CHANGES);
    logins.add(CLIENT, secret, all);
    new ServesGraph(answers, logins, faults, recorded).addTo(server);
  }

  /**
   * How it holds back.
   *
   * @param writes so many within the window
   * @param lag for how long after a change reads still show what was before
   */
  public record Limits(int writes, Duration within, Duration lag) {

    /** Graph's own for one application in one tenant, with reads that are never late. */
    public static final Limits USUAL = new Limits(3000, Duration.ofSeconds(150), Duration.ZERO);
  }

  /** On a free port of this machine, alone. */
  public static SandboxGraph start(Limits limits, String secret) throws IOException {
    InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(workers);
    SandboxGraph graph =
        new SandboxGraph(
            server,
            limits,
            secret,
            () -> {
              server.stop(0);
              workers.shutdownNow();
            });
    server.start();
    return graph;
  }

  /**
   * Beside what a server serves already, with a tenant that has people. It keeps no requests, and
   * the server goes on after it is closed.
   */
  public static SandboxGraph addTo(HttpServer server, Limits limits, String secret) {
    SandboxGraph graph = new SandboxGraph(server, limits, secret, () -> {});
    graph.recorded.stop();
    FirstDay.of(graph.directory);
    return graph;
  }

  /** Back to the first day of a tenant that was mounted. */
  public void reset() {
    synchronized (answers) {
      tenant.clear();
      effects.forget();
      faults.forget();
      FirstDay.of(directory);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public Directory directory() {
    return directory;
  }

  /** Gives somebody the larger product of the first day. */
  public void give(User user) {
    directory.license(user, directory.addSku(FirstDay.PRODUCT, FirstDay.SEATS), Set.of());
  }

  /** Gives somebody the larger product through a group. */
  public void giveThroughTeam(User user) {
    directory.joinNamed(FirstDay.TEAM, user);
  }

  public Effects effects() {
    return effects;
  }

  public Faults faults() {
    return faults;
  }

  public Recorded recorded() {
    return recorded;
  }

  /** One more login with the same secret, that may do this and no more. */
  public void addLogin(String client, String secret, Set<String> permissions) {
    logins.add(client, secret, permissions);
  }

  @Override
  public void close() {
    stop.run();
  }
}
