package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Dropbox for teams: everything is POST, answers are tagged unions, errors are 409. */
public final class Dropbox implements PlayedVendor {

  private static final Set<String> READS =
      Set.of(
          "team/members/get_info_v2",
          "team/members/list_v2",
          "team/members/list/continue_v2",
          "team/token/get_authenticated_admin",
          "team/members/remove/job_status/get",
          "team_log/get_events",
          "team_log/get_events/continue");
  private static final int PAGE = 3;

  private final People people =
      new People("dbmid", People.Kind.accounts().tie(People.Tie.FREEING_DISABLES));
  private final Set<String> removed = new HashSet<>();
  private final Effects effects = new Effects();
  private int sessions = 1000;
  private boolean mayDelete;

  @Override
  public String name() {
    return "dropbox";
  }

  @Override
  public List<Map<String, String>> settings() {
    return List.of(
        Map.of("client-id", "key", "client-secret", "app-secret", "refresh-token", "all-rights"));
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("refresh-token", "may-read");
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
    return Reply.json(
            429,
            Reply.quick(
                "{'error_summary':'too_many_requests/..','error':{'reason':{'.tag':'too_many_requests'},'retry_after':1}}"))
        .with("Retry-After", "1");
  }

  @Override
  public boolean isChange(Request request) {
    return !request.address().equals("oauth") && !READS.contains(request.at());
  }

  @Override
  public Reply success(Request request) {
    return Reply.json(200, Reply.quick("{'.tag':'complete'}"));
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return token(request);
    }
    if (!request.header("authorization").orElse("").equals("Bearer " + sessions)) {
      return Reply.json(
          401,
          Reply.quick(
              "{'error_summary':'expired_access_token/..','error':{'.tag':'expired_access_token'}}"));
    }
    boolean needsRight = isChange(request) || request.at().endsWith("job_status/get");
    if (needsRight && !mayDelete) {
      return Reply.json(
          401,
          Reply.quick(
              "{'error_summary':'missing_scope/..','error':{'.tag':'missing_scope','required_scope':'members.delete'}}"));
    }
    JsonNode body = request.json();
    return switch (request.at()) {
      case "team/token/get_authenticated_admin" ->
          Reply.json(200, Reply.quick("{'admin_profile':{'email':'reclaim@example.com'}}"));
      case "team/members/get_info_v2" -> Reply.json(200, info(body.at("/members/0")));
      case "team/members/list_v2" -> list(0);
      case "team/members/list/continue_v2" -> list(Integer.parseInt(body.path("cursor").asText()));
      case "team/members/remove/job_status/get" -> refused("invalid_async_job_id");
      case "team_log/get_events" -> events();
      default -> change(request.path().getLast(), body);
    };
  }

  private Reply token(Request request) {
    Map<String, String> form = request.form();
    String refresh = form.getOrDefault("refresh_token", "");
    mayDelete = refresh.equals("all-rights");
    boolean known = mayDelete || refresh.equals("may-read");
    if (!known || !form.getOrDefault("client_secret", "").equals("app-secret")) {
      return Reply.json(
          400,
          Reply.quick("{'error':'invalid_grant','error_description':'refresh token is invalid'}"));
    }
    sessions++;
    return Reply.json(
        200, Reply.object().put("access_token", "" + sessions).put("expires_in", 14400));
  }

  private Reply change(String what, JsonNode body) {
    String id = body.at("/user/team_member_id").asText();
    Optional<Person> person = people.byId(id);
    if (person.isEmpty()) {
      return refused("user_not_found");
    }
    return switch (what) {
      case "remove" -> {
        if (!removed.add(id)) {
          yield refused("user_not_in_team");
        }
        person.get().active(false);
        person.get().seat(false);
        effects.taken("removed", person.get().email());
        yield Reply.json(200, Reply.quick("{'.tag':'complete'}"));
      }
      case "recover" -> {
        removed.remove(id);
        person.get().active(true);
        person.get().seat(true);
        effects.given("recovered", person.get().email());
        yield Reply.empty(200);
      }
      case "suspend" -> {
        if (!person.get().active()) {
          yield refused("suspend_inactive_user");
        }
        person.get().active(false);
        effects.taken("suspended", person.get().email());
        yield Reply.empty(200);
      }
      case "unsuspend" -> {
        if (person.get().active()) {
          yield refused("unsuspend_non_suspended_member");
        }
        person.get().active(true);
        effects.given("unsuspended", person.get().email());
        yield Reply.empty(200);
      }
      default -> Reply.text(400, "Unknown API function");
    };
  }

  private ObjectNode info(JsonNode selector) {
    String asked = selector.path(selector.path(".tag").asText()).asText();
    ObjectNode body = Reply.object();
    ArrayNode members = body.putArray("members_info");
    Optional<Person> person = people.byEmail(asked).or(() -> people.byId(asked));
    if (person.isEmpty()) {
      members.addObject().put(".tag", "id_not_found").put("id_not_found", asked);
    } else {
      members.add(member(person.get()).put(".tag", "member_info"));
    }
    return body;
  }

  private ObjectNode member(Person person) {
    ObjectNode json = Reply.object();
    ObjectNode profile = json.putObject("profile");
    profile
        .put("team_member_id", person.id())
        .put("email", person.email())
        .put("joined_on", "2025-01-15T08:00:00Z");
    profile.putObject("name").put("display_name", person.name());
    profile.putObject("membership_type").put(".tag", "full");
    profile
        .putObject("status")
        .put(".tag", !person.seat() ? "removed" : person.active() ? "active" : "suspended");
    ArrayNode roles = json.putArray("roles");
    if (person.administrator()) {
      roles.addObject().put("role_id", "pid_dbtmr:1").put("name", "Team");
    }
    return json;
  }

  private Reply list(int from) {
    List<Person> found = people.all().stream().filter(Person::seat).toList();
    int to = Math.min(from + PAGE, found.size());
    ObjectNode body = Reply.object().put("cursor", "" + to).put("has_more", to < found.size());
    ArrayNode members = body.putArray("members");
    found.subList(Math.min(from, to), to).forEach(one -> members.add(member(one)));
    return Reply.json(200, body);
  }

  private Reply events() {
    ObjectNode body = Reply.object().put("cursor", "end").put("has_more", false);
    ArrayNode events = body.putArray("events");
    people.all().stream()
        .filter(one -> one.lastUse().isPresent())
        .forEach(
            one -> {
              ObjectNode event =
                  events
                      .addObject()
                      .put(
                          "timestamp",
                          one.lastUse().orElseThrow().truncatedTo(ChronoUnit.SECONDS).toString());
              event.putObject("event_type").put(".tag", "login_success");
              ObjectNode user = event.putObject("actor").put(".tag", "user").putObject("user");
              user.put("email", one.email()).put("team_member_id", one.id());
            });
    return Reply.json(200, body);
  }

  private static Reply refused(String tag) {
    ObjectNode body = Reply.object().put("error_summary", tag + "/..");
    body.putObject("error").put(".tag", tag);
    return Reply.json(409, body);
  }
}
