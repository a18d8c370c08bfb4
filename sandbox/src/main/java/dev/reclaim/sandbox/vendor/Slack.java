package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack: members over SCIM, and a web API whose errors are answered with 200. */
public final class Slack implements PlayedVendor {

  private static final int PAGE = 3;

  private final People people = new People("U", People.Kind.accounts());
  private final Effects effects = new Effects();
  private final Counter writes = new Counter(180, Duration.ofSeconds(60));

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(Map.of("token", "xoxp-all-rights"));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "xoxp-may-read");
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
    return Scim.error(429, "ratelimited").with("Retry-After", "1");
  }

  @Override
  public Reply success(Request request) {
    return Reply.json(200, Reply.object().put("ok", true));
  }

  @Override
  public Reply answer(Request request) {
    String token = request.header("authorization").orElse("");
    boolean all = token.equals("Bearer xoxp-all-rights");
    boolean known = all || token.equals("Bearer xoxp-may-read");
    if (isChange(request) && known && !writes.pass()) {
      return throttled();
    }
    return request.address().equals("web") ? web(request, known, all) : scim(request, known, all);
  }

  private Reply scim(Request request, boolean known, boolean all) {
    if (!known) {
      return Scim.error(401, "invalid_authentication");
    }
    if (request.is("GET", "Users")) {
      Optional<Scim.Filter> filter = Scim.Filter.of(request);
      return Scim.page(
          people.all().stream()
              .filter(one -> filter.isEmpty() || one.email().equalsIgnoreCase(filter.get().value()))
              .map(Slack::scim)
              .toList(),
          request,
          PAGE);
    }
    Optional<Person> person = people.byId(request.segment(1));
    if (person.isEmpty()) {
      return Scim.error(404, "user_not_found");
    }
    if (isChange(request)) {
      if (!all) {
        return Scim.error(403, "not_allowed");
      }
      Scim.patched(request.json(), "active")
          .ifPresent(active -> become(person.get(), active.asBoolean()));
    }
    return Reply.json(200, scim(person.get()));
  }

  private void become(Person person, boolean active) {
    if (person.active() == active) {
      return;
    }
    person.active(active);
    if (active) {
      effects.given("activated", person.email());
    } else {
      effects.taken("deactivated", person.email());
    }
  }

  private Reply web(Request request, boolean known, boolean all) {
    if (!known) {
      return refused("invalid_auth");
    }
    return switch (request.at()) {
      case "auth.test" ->
          Reply.json(200, Reply.object().put("ok", true).put("user", "reclaim"))
              .with("X-OAuth-Scopes", all ? "identify,admin,users:read" : "identify,users:read");
      case "users.info" ->
          people
              .byId(request.param("user").orElse(""))
              .map(Slack::info)
              .orElse(refused("user_not_found"));
      case "team.accessLogs" -> accessLogs(request);
      case "admin.users.session.reset" ->
          all ? reset(people.byId(request.form().get("user_id"))) : refused("missing_scope");
      default -> refused("unknown_method");
    };
  }

  private static Reply info(Person person) {
    ObjectNode body = Reply.object().put("ok", true);
    body.putObject("user")
        .put("id", person.id())
        .put("deleted", !person.active())
        .put("is_admin", person.administrator())
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_bot", false);
    return Reply.json(200, body);
  }

  private Reply reset(Optional<Person> person) {
    person.ifPresent(one -> effects.taken("sessions-ended", one.email()));
    return person.isEmpty()
        ? refused("user_not_found")
        : Reply.json(200, Reply.object().put("ok", true));
  }

  private Reply accessLogs(Request request) {
    ObjectNode body = Reply.object().put("ok", true);
    ArrayNode logins = body.putArray("logins");
    int count = request.number("count", 100);
    people.all().stream()
        .filter(one -> one.lastUse().isPresent())
        .skip((long) (request.number("page", 1) - 1) * count)
        .limit(count)
        .forEach(
            one ->
                logins
                    .addObject()
                    .put("user_id", one.id())
                    .put("username", one.name())
                    .put("date_last", one.lastUse().orElseThrow().getEpochSecond()));
    return Reply.json(200, body);
  }

  private static Reply refused(String error) {
    return Reply.json(200, Reply.object().put("ok", false).put("error", error));
  }

  private static ObjectNode scim(Person person) {
    ObjectNode json = Reply.object().put("id", person.id()).put("userName", person.name());
    json.put("active", person.active());
    json.putArray("emails").addObject().put("value", person.email()).put("primary", true);
    return json;
  }
}
