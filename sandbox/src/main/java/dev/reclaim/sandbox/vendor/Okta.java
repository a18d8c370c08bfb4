package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What both Okta connectors meet: how it signs in, refuses, throttles and pages. */
final class Okta {

  private int sessions = 1000;

  /** How a caller may act. */
  enum Rights {
    ALL,
    READ,
    NONE
  }

  static List<Map<String, String>> settings() {
    return List.of(
        Map.of("domain", "acme.okta.com", "token", "all-rights"),
        Map.of(
            "domain", "acme.okta.com",
            "sign-in", "oauth",
            "client-id", "0oaclient",
            "key-id", "key-1",
            "private-key", Keys.privateKey()));
  }

  Rights rights(Request request) {
    String login = request.header("authorization").orElse("");
    if (login.equals("SSWS all-rights") || login.equals("Bearer " + sessions)) {
      return Rights.ALL;
    }
    return login.equals("SSWS may-read") ? Rights.READ : Rights.NONE;
  }

  /** Client credentials with a signed statement (RFC 7523). */
  Reply token(Request request) {
    if (!Keys.hasSigned(request.form().getOrDefault("client_assertion", ""), "0oaclient")) {
      return Reply.json(401, Reply.object().put("error", "invalid_client"));
    }
    sessions++;
    return Reply.json(
        200, Reply.object().put("access_token", "" + sessions).put("expires_in", 3600));
  }

  static Reply refused(Rights rights) {
    return rights == Rights.NONE
        ? error(401, "E0000011", "Invalid token provided")
        : error(403, "E0000006", "You do not have permission to perform the requested action");
  }

  static Reply throttled() {
    return error(429, "E0000047", "API call exceeded rate limit due to too many requests.")
        .with("X-Rate-Limit-Reset", Long.toString(Instant.now().getEpochSecond() + 1));
  }

  static Reply last(Reply reply) {
    return reply
        .with("X-Rate-Limit-Remaining", "0")
        .with("X-Rate-Limit-Reset", Long.toString(Instant.now().getEpochSecond() + 40));
  }

  static Reply notFound(String what, String kind) {
    return error(404, "E0000007", "Not found: Resource not found: %s (%s)".formatted(what, kind));
  }

  static Reply error(int status, String code, String summary) {
    ObjectNode body = Reply.object().put("errorCode", code).put("errorSummary", summary);
    body.putArray("errorCauses");
    return Reply.json(status, body);
  }

  /** Pages of two, with links. */
  static Reply page(Request request, List<ObjectNode> all) {
    int from = Math.min(request.number("after", 0), all.size());
    int to = Math.min(from + 2, all.size());
    ArrayNode page = Reply.array();
    all.subList(from, to).forEach(page::add);
    StringBuilder self =
        new StringBuilder(
            "http://"
                + request.header("host").orElse("")
                + request.base()
                + "/"
                + request.at()
                + "?");
    request
        .query()
        .forEach(
            (key, value) -> {
              if (!key.equals("after")) {
                self.append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
              }
            });
    Reply reply = Reply.json(200, page);
    return to < all.size()
        ? reply.with(
            "Link",
            "<%safter=%d>; rel=\"self\", <%safter=%d>; rel=\"next\""
                .formatted(self, from, self, to))
        : reply.with("Link", "<%safter=%d>; rel=\"self\"".formatted(self, from));
  }

  static ObjectNode user(Person person, String status) {
    ObjectNode json = Reply.object().put("id", person.id()).put("status", status);
    json.put("created", "2025-01-15T08:00:00.000Z");
    json.put("lastLogin", person.lastUse().map(Instant::toString).orElse(null));
    json.putObject("profile").put("login", person.name()).put("email", person.email());
    return json;
  }
}
