package dev.reclaim.local.run;

import java.util.List;

/** All ports of one installation, counted from its base; always on the loopback interface. */
public record Ports(int base) {
  /** Services by their place after the base; console first. */
  public static final List<String> SERVICES =
      List.of(
          "ops-console",
          "usage-ingest",
          "rule-evaluator",
          "consent-service",
          "revocation-service",
          "audit-service");

  public static final int DEFAULT_BASE = 8080;
  private static final int LAST_OFFSET = 24;

  public Ports {
    if (base < 1024 || base + LAST_OFFSET > 65_535) {
      throw new IllegalArgumentException(
          "RECLAIM_PORT_BASE must lie between 1024 and %d, not %d"
              .formatted(65_535 - LAST_OFFSET, base));
    }
  }

  /** Reads {@code RECLAIM_PORT_BASE}. */
  public static Ports parse(String base) {
    try {
      return new Ports(Integer.parseInt(base.strip()));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "RECLAIM_PORT_BASE must be a number such as 9080, not '" + base + "'", notANumber);
    }
  }

  public int service(String name) {
    int offset = SERVICES.indexOf(name);
    if (offset < 0) {
      throw new IllegalArgumentException("name: there is no service " + name);
    }
    return base + offset;
  }

  public int sandbox() {
    return base + 9;
  }

  public int postgres() {
    return base + 20;
  }

  public int kafka() {
    return base + 21;
  }

  public int kafkaController() {
    return base + 22;
  }

  public int ldap() {
    return base + 23;
  }

  public int smtp() {
    return base + LAST_OFFSET;
  }

  /** Where a service, or the sandbox, is reached from this machine. */
  public static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
