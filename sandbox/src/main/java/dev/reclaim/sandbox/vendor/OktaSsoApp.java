package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Okta's assignments of one app: individual, or through a group, which cannot be taken back here.
 */
public final class OktaSsoApp implements PlayedVendor {

  private static final String APP = "0oaapp1";
  private static final String GROUP = "Analytics Team";
  private static final Pattern SEARCH = Pattern.compile("profile\\.email eq \"([^\"]*)\".*");

  private final People people =
      new People("00u", People.Kind.named(APP, "0oanone").givingGroup(GROUP));
  private final Person itself = people.add();
  private final Effects effects = new Effects();
  private final Counter limit = new Counter(500, Duration.ofSeconds(60));
  private final Okta okta = new Okta();

  /** With the login of the connection itself. */
  public OktaSsoApp() {
    itself.administrator(true);
  }

  @Override
  public String name() {
    return "okta-sso-app";
  }

  @Override
  public List<Map<String, String>> settings() {
    return Okta.settings();
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "may-read");
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
    return Okta.throttled();
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(Okta.last(reply));
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return okta.token(request);
    }
    Okta.Rights rights = okta.rights(request);
    if (rights == Okta.Rights.NONE) {
      return Okta.refused(rights);
    }
    if (isChange(request)) {
      if (!limit.pass()) {
        return throttled();
      }
      if (rights != Okta.Rights.ALL) {
        return Okta.refused(rights);
      }
    }
    return switch (request.segment(0)) {
      case "users" -> users(request, rights);
      case "apps" -> apps(request);
      case "logs" -> Okta.page(request, logs());
      default -> Okta.error(404, "E0000022", "The endpoint does not support the provided method");
    };
  }

  private Reply users(Request request, Okta.Rights rights) {
    if (request.is("GET", "users")) {
      return Okta.page(
          request,
          people.all().stream()
              .filter(one -> isWanted(one, request.param("search").orElse("")))
              .map(one -> Okta.user(one, status(one)))
              .toList());
    }
    Optional<Person> person = find(request.segment(1));
    if (person.isEmpty()) {
      return Okta.notFound(request.segment(1), "User");
    }
    return request.is("GET", "users/*/roles")
        ? roles(person.get(), rights)
        : Reply.json(200, Okta.user(person.get(), status(person.get())));
  }

  private static Reply roles(Person person, Okta.Rights rights) {
    ArrayNode roles = Reply.array();
    if (person.administrator()) {
      roles.addObject().put("type", rights == Okta.Rights.ALL ? "APP_ADMIN" : "READ_ONLY_ADMIN");
    }
    return Reply.json(200, roles);
  }

  private Reply apps(Request request) {
    if (!request.segment(1).equals(APP)) {
      return Okta.notFound(request.segment(1), "AppInstance");
    }
    if (request.is("GET", "apps/*")) {
      return Reply.json(200, Reply.object().put("id", APP).put("label", "Tableau"));
    }
    if (request.is("GET", "apps/*/users")) {
      return Okta.page(
          request,
          people.all().stream().filter(OktaSsoApp::isAssigned).map(this::assignment).toList());
    }
    if (request.is("POST", "apps/*/users")) {
      return people
          .byId(request.json().path("id").asText())
          .map(this::assign)
          .orElse(Okta.notFound(request.json().path("id").asText(), "User"));
    }
    Optional<Person> person = people.byId(request.segment(3)).filter(OktaSsoApp::isAssigned);
    if (person.isEmpty()) {
      return Okta.notFound(request.segment(3), "AppUser");
    }
    return request.method().equals("DELETE")
        ? unassign(person.get())
        : Reply.json(200, assignment(person.get()));
  }

  private Reply assign(Person person) {
    person.seat(true);
    effects.given("assigned", person.email());
    return Reply.json(200, assignment(person));
  }

  private Reply unassign(Person person) {
    if (!person.seat()) {
      return Okta.error(403, "E0000046", "Deactivate application for user forbidden.");
    }
    person.seat(false);
    effects.taken("unassigned", person.email());
    return Reply.empty(204);
  }

  private static boolean isAssigned(Person person) {
    return person.seat() || person.inherited();
  }

  private ObjectNode assignment(Person person) {
    ObjectNode json = Reply.object().put("id", person.id()).put("status", "ACTIVE");
    json.put("scope", person.seat() ? "USER" : "GROUP").put("created", "2025-01-15T08:00:00.000Z");
    json.putObject("profile").put("displayName", person.name());
    if (!person.seat()) {
      json.putObject("_links").putObject("group").put("name", GROUP);
    }
    json.putObject("_embedded").set("user", Okta.user(person, status(person)));
    return json;
  }

  private List<ObjectNode> logs() {
    return people.all().stream()
        .filter(one -> one.lastUse().isPresent())
        .map(
            one -> {
              ObjectNode json = Reply.object().put("eventType", "user.authentication.sso");
              json.put("published", one.lastUse().orElseThrow().toString());
              json.putObject("outcome").put("result", "SUCCESS");
              json.putObject("actor").put("id", one.id()).put("alternateId", one.name());
              return json;
            })
        .toList();
  }

  private static boolean isWanted(Person person, String search) {
    Matcher matcher = SEARCH.matcher(search);
    return matcher.matches() && person.email().equalsIgnoreCase(matcher.group(1));
  }

  private Optional<Person> find(String label) {
    return label.equals("me")
        ? Optional.of(itself)
        : people.all().stream()
            .filter(one -> one.id().equals(label) || one.name().equalsIgnoreCase(label))
            .findFirst();
  }

  private static String status(Person person) {
    return person.active() ? "ACTIVE" : "SUSPENDED";
  }
}
