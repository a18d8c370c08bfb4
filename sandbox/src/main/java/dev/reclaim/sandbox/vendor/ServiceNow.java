package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ServiceNow's tables of users and of group members; booleans are texts, a 404 may hide a row. */
public final class ServiceNow implements PlayedVendor {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Pattern LABEL = Pattern.compile(".*(?:\\^OR)?email=([^^]+).*");
  private static final String MISSING =
      "Record doesn't exist or ACL restricts the record retrieval";

  private final People people =
      new People(
          "6816f79cc0a8016401c5a33be04be",
          People.Kind.named("sys_user", "no_such_table").tie(People.Tie.SAME),
          person -> person.groups().add("g1"));
  private final Effects effects = new Effects();

  /** With the login of the connection itself. */
  public ServiceNow() {
    people.add().administrator(true);
  }

  @Override
  public String name() {
    return "servicenow";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of("instance", "acme", "user", "reclaim", "password", "all-rights"),
        Map.of(
            "instance",
            "acme",
            "sign-in",
            "oauth",
            "client-id",
            "c1",
            "client-secret",
            "all-rights"));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("password", "may-read");
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
    return error(429, "Rate limit exceeded", "Too many requests").with("Retry-After", "1");
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return Reply.json(200, Reply.object().put("access_token", "a-token").put("expires_in", 1799));
    }
    String login = request.header("authorization").orElse("");
    boolean all = login.equals(Basic.of("reclaim", "all-rights")) || login.equals("Bearer a-token");
    if (!all && !login.equals(Basic.of("reclaim", "may-read"))) {
      return error(401, "User Not Authenticated", "Required to provide Auth information");
    }
    if (isChange(request) && !all) {
      return error(
          403, "Operation Failed", "ACL Exception Update Failed due to security constraints");
    }
    return switch (request.segment(1)) {
      case "sys_user" -> users(request);
      case "sys_user_grmember" -> members(request);
      case "sys_user_has_role" -> roles(all);
      default -> error(400, "Invalid table " + request.segment(1), "");
    };
  }

  private Reply users(Request request) {
    if (request.path().size() == 2) {
      List<ObjectNode> found =
          people.all().stream()
              .filter(one -> isWanted(one, request.param("sysparm_query").orElse("")))
              .map(ServiceNow::json)
              .toList();
      int from = Math.min(request.number("sysparm_offset", 0), found.size());
      int to = Math.min(from + Math.min(request.number("sysparm_limit", 3), 3), found.size());
      return Reply.json(200, result(found.subList(from, to)));
    }
    Optional<Person> person = people.byId(request.segment(2));
    if (person.isEmpty()) {
      return error(404, "No Record found", MISSING);
    }
    if (request.method().equals("DELETE")) {
      people.remove(person.get());
      effects.taken("deleted", person.get().email());
      return Reply.empty(204);
    }
    if (request.method().equals("PATCH")) {
      become(person.get(), request.json().path("active").asText().equals("true"));
    }
    ObjectNode body = Reply.object();
    body.set("result", json(person.get()));
    return Reply.json(200, body);
  }

  private void become(Person person, boolean active) {
    if (person.active() != active) {
      person.active(active);
      if (active) {
        effects.given("activated", person.email());
      } else {
        effects.taken("deactivated", person.email());
      }
    }
  }

  private static boolean isWanted(Person person, String query) {
    if (query.startsWith("sys_id=")) {
      return query.equals("sys_id=" + person.id());
    }
    Matcher matcher = LABEL.matcher(query);
    return matcher.matches() ? person.email().equalsIgnoreCase(matcher.group(1)) : person.active();
  }

  private Reply members(Request request) {
    if (request.method().equals("GET")) {
      String user = request.param("sysparm_query").orElse("").replace("user=", "");
      return Reply.json(
          200,
          result(
              people.byId(user).stream()
                  .flatMap(one -> one.groups().stream().map(group -> row(one, group)))
                  .toList()));
    }
    if (request.method().equals("POST")) {
      people
          .byId(request.json().path("user").asText())
          .ifPresent(
              one -> {
                one.groups().add(request.json().path("group").asText());
                effects.given("joined", one.email());
              });
      return Reply.json(201, Reply.object());
    }
    String[] key = request.segment(2).split("-", -1);
    return people
        .byId(key[0])
        .filter(one -> one.groups().remove(key[1]))
        .map(
            one -> {
              effects.taken("left-" + key[1], one.email());
              return Reply.empty(204);
            })
        .orElse(error(404, "No Record found", MISSING));
  }

  private static ObjectNode row(Person person, String group) {
    return Reply.object()
        .put("sys_id", person.id() + "-" + group)
        .put("group", group)
        .put("group.name", "Service desk");
  }

  /** Only whoever has a role may give and take. */
  private static Reply roles(boolean all) {
    return Reply.json(
        200, result(all ? List.of(Reply.object().put("role.name", "user_admin")) : List.of()));
  }

  private static ObjectNode result(List<ObjectNode> rows) {
    ObjectNode body = Reply.object();
    ArrayNode result = body.putArray("result");
    rows.forEach(result::add);
    return body;
  }

  private static ObjectNode json(Person person) {
    return Reply.object()
        .put("sys_id", person.id())
        .put("user_name", person.email())
        .put("email", person.email())
        .put("name", person.name())
        .put("active", Boolean.toString(person.active()))
        .put("locked_out", Boolean.toString(!person.active()))
        .put("last_login_time", person.lastUse().map(TIME::format).orElse(""))
        .put("web_service_access_only", Boolean.toString(person.administrator()))
        .put("internal_integration_user", "false");
  }

  private static Reply error(int status, String message, String detail) {
    ObjectNode body = Reply.object().put("status", "failure");
    body.putObject("error").put("message", message).put("detail", detail);
    return Reply.json(status, body);
  }
}
