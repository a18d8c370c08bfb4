package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One example that the build runs: what is done, what the vendor answers, what comes of it.
 *
 * @param does a capability and what it is asked for: {@code revoke UNASSIGN}, {@code find}
 * @param settings of the connection, beyond what the vendor's address needs
 * @param then a part of the outcome's text
 */
record Example(
    String name,
    String does,
    String account,
    String entitlement,
    Map<String, String> settings,
    List<Exchanged> exchanges,
    String then) {

  /** One request that is expected, and its answer. */
  record Exchanged(
      String request,
      Optional<JsonNode> sent,
      int status,
      Map<String, String> headers,
      String body) {

    static Exchanged of(Entry entry) {
      entry.allowOnly("request", "sent", "status", "headers", "body");
      return new Exchanged(
          entry.required("request").text(),
          entry.optional("sent", sent -> JsonTemplate.of(sent).fill(Scope.empty())),
          entry.required("status").number(),
          entry.map("headers", Entry::text),
          entry
              .optional("body", body -> JsonTemplate.of(body).fill(Scope.empty()).toString())
              .orElse(""));
    }
  }

  static Example of(Entry entry) {
    entry.allowOnly("name", "does", "account", "entitlement", "settings", "exchanges", "then");
    entry.required("exchanges");
    return new Example(
        entry.required("name").text(),
        entry.required("does").text(),
        entry.optional("account", Entry::text).orElse(""),
        entry.optional("entitlement", Entry::text).orElse(""),
        entry.map("settings", Entry::text),
        entry.list("exchanges", Exchanged::of),
        entry.required("then").text());
  }
}
