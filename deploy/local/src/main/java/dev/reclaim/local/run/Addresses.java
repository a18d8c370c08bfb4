package dev.reclaim.local.run;

import java.io.PrintStream;

/** Where a person finds what was started. */
record Addresses(Ports ports) {

  void print(PrintStream out) {
    out.println("Ready:");
    for (String service : Ports.SERVICES) {
      line(out, service, Ports.url(ports.service(service)));
    }
    line(out, "sandbox", Ports.url(ports.sandbox()));
    line(out, "Kafka", "127.0.0.1:" + ports.kafka());
    line(out, "PostgreSQL", "127.0.0.1:" + ports.postgres());
    line(out, "sandbox directory", "ldap://127.0.0.1:" + ports.ldap());
  }

  private static void line(PrintStream out, String name, String address) {
    out.printf("  %-20s %s%n", name, address);
  }
}
