package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tableau Cloud: a session that is signed in for, numbers as texts, groups that give licences. */
public final class TableauCloud implements PlayedVendor {

  private static final int PAGE = 100;

  private final People people =
      new People(
          "lu-",
          People.Kind.named("licensed", "none").changes(2).tie(People.Tie.NEVER_DISABLED),
          person -> person.groups().add("g-team"));
  private final Effects effects = new Effects();
  private int sessions = 1000;
  private boolean mayUpdate;

  @Override
  public String name() {
    return "tableau-cloud";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of("pod", "10ax", "site", "acme", "token-name", "reclaim", "token", "all-rights"));
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
    return error(429, "429000", "Too many requests").with("Retry-After", "1");
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.at().equals("auth/signin");
  }

  @Override
  public Reply answer(Request request) {
    if (request.at().equals("auth/signin")) {
      return signIn(request);
    }
    if (!request.header("x-tableau-auth").orElse("").equals("session-" + sessions)) {
      return error(401, "401002", "Invalid authentication credentials were provided.");
    }
    if (isChange(request) && !mayUpdate) {
      return error(403, "403009", "You do not have sufficient rights.");
    }
    if (request.is("GET", "sites/*/users")) {
      return list(request);
    }
    if (request.segment(2).equals("groups")) {
      return group(request);
    }
    if (request.segment(3).equals("self")) {
      ObjectNode body = Reply.object();
      body.putObject("user")
          .put("name", "reclaim@example.com")
          .put("siteRole", mayUpdate ? "SiteAdministratorExplorer" : "Viewer");
      return Reply.json(200, body);
    }
    return people
        .byId(request.segment(3))
        .map(person -> one(request, person))
        .orElse(error(404, "404002", "User not found"));
  }

  private Reply signIn(Request request) {
    String secret = request.json().at("/credentials/personalAccessTokenSecret").asText();
    mayUpdate = secret.equals("all-rights");
    if (!mayUpdate && !secret.equals("may-read")) {
      return error(401, "401001", "The personal access token you provided is invalid.");
    }
    sessions++;
    ObjectNode body = Reply.object();
    ObjectNode credentials = body.putObject("credentials").put("token", "session-" + sessions);
    credentials.putObject("site").put("id", "site-1").put("contentUrl", "acme");
    credentials.putObject("user").put("id", "self");
    return Reply.json(200, body);
  }

  private Reply one(Request request, Person person) {
    if (request.path().getLast().equals("groups")) {
      ObjectNode body = Reply.object();
      ArrayNode groups = body.putObject("groups").putArray("group");
      groups.addObject().put("id", "g-all").put("name", "All Users");
      person.groups().forEach(id -> groups.addObject().put("id", id).put("name", "Analytics"));
      body.putObject("pagination").put("totalAvailable", "" + groups.size());
      return Reply.json(200, body);
    }
    if (request.method().equals("PUT")) {
      boolean licensed = !request.json().at("/user/siteRole").asText().equals("Unlicensed");
      person.seat(licensed);
      if (licensed) {
        effects.given("licensed", person.email());
      } else {
        effects.taken("unlicensed", person.email());
      }
    }
    ObjectNode body = Reply.object();
    body.set("user", json(person));
    return Reply.json(200, body);
  }

  private Reply group(Request request) {
    String id =
        request.method().equals("DELETE")
            ? request.segment(5)
            : request.json().at("/user/id").asText();
    Optional<Person> person = people.byId(id);
    if (person.isEmpty()) {
      return error(404, "404002", "User not found");
    }
    if (request.method().equals("DELETE")) {
      if (!person.get().groups().remove(request.segment(3))) {
        return error(404, "404012", "Group not found");
      }
      effects.taken("left-" + request.segment(3), person.get().email());
      return Reply.empty(204);
    }
    person.get().groups().add(request.segment(3));
    effects.given("joined-" + request.segment(3), person.get().email());
    return Reply.json(200, Reply.object());
  }

  private Reply list(Request request) {
    String filter = request.param("filter").orElse("").replace("name:eq:", "");
    List<Person> found =
        people.all().stream()
            .filter(one -> filter.isEmpty() || one.email().equals(filter))
            .toList();
    int from = Math.min((request.number("pageNumber", 1) - 1) * PAGE, found.size());
    int to = Math.min(from + PAGE, found.size());
    ObjectNode body = Reply.object();
    body.putObject("pagination").put("totalAvailable", "" + found.size());
    ArrayNode users = body.putObject("users").putArray("user");
    found.subList(from, to).forEach(one -> users.add(json(one)));
    return Reply.json(200, body);
  }

  private static ObjectNode json(Person person) {
    String role =
        person.administrator()
            ? "SiteAdministratorCreator"
            : person.seat() ? "Explorer" : "Unlicensed";
    ObjectNode json = Reply.object().put("id", person.id()).put("name", person.email());
    json.put("fullName", person.name()).put("siteRole", role);
    person
        .lastUse()
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
        .ifPresent(at -> json.put("lastLogin", at));
    return json;
  }

  private static Reply error(int status, String code, String detail) {
    ObjectNode body = Reply.object();
    body.putObject("error").put("summary", "Error").put("detail", detail).put("code", code);
    return Reply.json(status, body);
  }
}
