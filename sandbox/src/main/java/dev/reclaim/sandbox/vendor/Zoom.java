package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zoom: licensed or basic users, and tokens that are got with account credentials. */
public final class Zoom implements PlayedVendor {

  private static final int PAGE = 3;

  private final People people =
      new People("zu", People.Kind.named("licensed", "none").tie(People.Tie.DISABLING_FREES));
  private final Person itself = people.add();
  private final Effects effects = new Effects();
  private final Counter light = new Counter(30, Duration.ofSeconds(1));
  private int sessions = 1000;
  private boolean mayUpdate;

  /** With the login of the connection itself. */
  public Zoom() {
    itself.administrator(true);
  }

  @Override
  public String name() {
    return "zoom";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of("account-id", "acc-1", "client-id", "client-1", "client-secret", "all-rights"));
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
    return error(429, 429, "You have reached the maximum per-second rate limit for this API.");
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
      return error(401, 124, "Invalid access token.");
    }
    if (isChange(request)) {
      if (!light.pass()) {
        return throttled();
      }
      if (!mayUpdate) {
        return error(
            400, 4711, "Invalid access token, does not contain scopes:[user:update:user:admin].");
      }
    }
    if (request.is("GET", "users")) {
      return list(request);
    }
    return find(request.segment(1))
        .map(person -> one(request, person))
        .orElse(error(404, 1001, "User does not exist: " + request.segment(1) + "."));
  }

  private Reply token(Request request) {
    String login = request.header("authorization").orElse("");
    boolean all = login.equals(Basic.of("client-1", "all-rights"));
    boolean known = all || login.equals(Basic.of("client-1", "may-read"));
    if (!known || !request.form().getOrDefault("account_id", "").equals("acc-1")) {
      return Reply.json(
          400,
          Reply.quick("{'reason':'Invalid client_id or client_secret','error':'invalid_client'}"));
    }
    mayUpdate = all;
    sessions++;
    return Reply.json(
        200,
        Reply.object()
            .put("access_token", "" + sessions)
            .put("expires_in", 3599)
            .put(
                "scope",
                "user:read:user:admin user:read:list_users:admin"
                    + (all
                        ? " user:update:user:admin user:update:status:admin user:delete:token:admin"
                        : "")));
  }

  private Reply one(Request request, Person person) {
    return switch (request.method() + " " + request.path().getLast()) {
      case "PUT status" -> {
        boolean active = request.json().path("action").asText().equals("activate");
        person.active(active);
        if (active) {
          effects.given("activated", person.email());
        } else {
          person.seat(false);
          effects.taken("deactivated", person.email());
        }
        yield Reply.empty(204);
      }
      case "DELETE token" -> {
        effects.taken("signed-out", person.email());
        yield Reply.empty(204);
      }
      default ->
          request.method().equals("PATCH")
              ? change(request, person)
              : Reply.json(200, json(person));
    };
  }

  private Reply change(Request request, Person person) {
    boolean licensed = request.json().path("type").asInt() == 2;
    if (licensed != person.seat()) {
      person.seat(licensed);
      if (licensed) {
        effects.given("licensed", person.email());
      } else {
        effects.taken("basic", person.email());
      }
    }
    return Reply.empty(204);
  }

  private Reply list(Request request) {
    List<Person> found = people.all().stream().filter(Person::active).toList();
    int from = Math.min(request.number("next_page_token", 0), found.size());
    int to = Math.min(from + PAGE, found.size());
    ObjectNode body = Reply.object().put("next_page_token", to < found.size() ? "" + to : "");
    ArrayNode users = body.putArray("users");
    found.subList(from, to).forEach(person -> users.add(json(person)));
    return Reply.json(200, body);
  }

  private Optional<Person> find(String label) {
    return label.equals("me")
        ? Optional.of(itself)
        : people.byId(label).or(() -> people.byEmail(label));
  }

  private static ObjectNode json(Person person) {
    ObjectNode json =
        Reply.object()
            .put("id", person.id())
            .put("email", person.email())
            .put("display_name", person.name())
            .put("type", person.seat() ? 2 : 1)
            .put("status", person.active() ? "active" : "inactive")
            .put("role_id", person.administrator() ? "0" : "2");
    person
        .lastUse()
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
        .map(Instant::toString)
        .ifPresent(at -> json.put("last_login_time", at));
    return json;
  }

  private static Reply error(int status, int code, String message) {
    return Reply.json(status, Reply.object().put("code", code).put("message", message));
  }
}
