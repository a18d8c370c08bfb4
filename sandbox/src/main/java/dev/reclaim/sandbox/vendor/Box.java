package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Box: managed users, and files that are moved without anybody being told when it is done. */
public final class Box implements PlayedVendor {

  private static final int PAGE = 3;

  private final People people =
      new People("30", People.Kind.accounts(), person -> person.groups().add("files"));
  private final Effects effects = new Effects();
  private int sessions = 1000;
  private boolean mayManage;

  @Override
  public String name() {
    return "box";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of(
            "enterprise-id",
            "77",
            "client-id",
            "key",
            "client-secret",
            "all-rights",
            "files-to",
            "9000"));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("client-secret", "may-read");
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public Scenes scenes() {
    return people;
  }

  @Override
  public Reply throttled() {
    return error(429, "too_many_requests", "Request rate limit exceeded").with("Retry-After", "1");
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return token(request);
    }
    if (!request.header("authorization").orElse("").equals("Bearer " + sessions)) {
      return error(401, "unauthorized", "Unauthorized");
    }
    if (isChange(request) && !mayManage) {
      return error(403, "access_denied_insufficient_permissions", "Access denied");
    }
    if (request.is("GET", "events")) {
      return mayManage
          ? events(request)
          : error(403, "insufficient_scope", "The request requires higher privileges");
    }
    if (request.is("GET", "users")) {
      return list(request);
    }
    if (request.is("GET", "users/me")) {
      return Reply.json(
          200,
          Reply.object()
              .put("login", "reclaim@example.com")
              .put("role", mayManage ? "coadmin" : "user"));
    }
    if (request.is("POST", "users/terminate_sessions")) {
      people
          .byId(request.json().at("/user_ids/0").asText())
          .ifPresent(one -> effects.taken("signed-out", one.email()));
      return Reply.json(202, Reply.object().put("message", "Request is successful"));
    }
    if (request.is("GET", "folders/0/items")) {
      boolean full =
          people
              .byId(request.header("as-user").orElse(""))
              .map(one -> !one.groups().isEmpty())
              .orElse(false);
      return Reply.json(200, Reply.object().put("total_count", full ? 3 : 0));
    }
    Optional<Person> person = people.byId(request.segment(1));
    return person.isEmpty() ? error(404, "not_found", "Not Found") : one(request, person.get());
  }

  private Reply token(Request request) {
    String secret = request.form().getOrDefault("client_secret", "");
    mayManage = secret.equals("all-rights");
    if (!mayManage && !secret.equals("may-read")) {
      return Reply.json(
          400,
          Reply.quick(
              "{'error':'invalid_client','error_description':'The client credentials are"
                  + " invalid'}"));
    }
    sessions++;
    return Reply.json(
        200, Reply.object().put("access_token", "" + sessions).put("expires_in", 3600));
  }

  private Reply one(Request request, Person person) {
    if (request.method().equals("DELETE")) {
      if (!person.groups().isEmpty()) {
        return error(403, "forbidden", "User owns content");
      }
      people.remove(person);
      effects.taken("deleted", person.email());
      return Reply.empty(204);
    }
    if (request.is("PUT", "users/*/folders/0")) {
      person.groups().clear();
      effects.taken("files-moved", person.email());
      return Reply.json(200, Reply.object().put("id", "4711"));
    }
    if (request.method().equals("PUT")) {
      become(person, request.json().path("status").asText().equals("active"));
    }
    return Reply.json(200, json(person));
  }

  private void become(Person person, boolean active) {
    if (person.active() != active) {
      person.active(active);
      if (active) {
        effects.given("activated", person.email());
      } else {
        effects.taken("made-inactive", person.email());
      }
    }
  }

  /** Finds what begins like that, in pages with a marker. */
  private Reply list(Request request) {
    String term = request.param("filter_term").orElse("").toLowerCase(Locale.ROOT);
    List<Person> found = people.all().stream().filter(one -> one.email().startsWith(term)).toList();
    int from = Math.min(request.number("marker", 0), found.size());
    int to = Math.min(from + PAGE, found.size());
    ObjectNode body = Reply.object();
    ArrayNode entries = body.putArray("entries");
    found.subList(from, to).forEach(one -> entries.add(json(one)));
    if (to < found.size()) {
      body.put("next_marker", "" + to);
    }
    return Reply.json(200, body);
  }

  /** There is always a next position; behind it nothing may be left. */
  private Reply events(Request request) {
    List<ObjectNode> events = new ArrayList<>();
    people.all().stream()
        .filter(one -> request.param("stream_position").isEmpty() && one.lastUse().isPresent())
        .forEach(
            one -> {
              ObjectNode event = Reply.object().put("event_type", "LOGIN");
              event.put(
                  "created_at",
                  one.lastUse().orElseThrow().truncatedTo(ChronoUnit.SECONDS).toString());
              event.putObject("created_by").put("id", one.id()).put("login", one.email());
              events.add(event);
            });
    ObjectNode body =
        Reply.object().put("chunk_size", events.size()).put("next_stream_position", "1152");
    ArrayNode entries = body.putArray("entries");
    events.forEach(entries::add);
    return Reply.json(200, body);
  }

  private static ObjectNode json(Person person) {
    ObjectNode json =
        Reply.object()
            .put("id", person.id())
            .put("login", person.email())
            .put("name", person.name())
            .put("status", person.active() ? "active" : "inactive")
            .put("role", person.administrator() ? "admin" : "user")
            .put("created_at", "2025-01-15T08:00:00-08:00");
    json.putObject("enterprise").put("id", "77");
    return json;
  }

  private static Reply error(int status, String code, String message) {
    return Reply.json(
        status,
        Reply.object()
            .put("type", "error")
            .put("status", status)
            .put("code", code)
            .put("message", message));
  }
}
