package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A SCIM 2.0 server (RFC 7644) with the habits of real ones; the login decides which. */
public final class Scim2Generic implements PlayedVendor {

  private static final int PAGE = 3;

  private final Effects effects = new Effects();
  private final ScimPeople people = new ScimPeople(effects);
  private final Counter writes = new Counter(300, Duration.ofSeconds(60));
  private final ScimHabit habit;
  private final ScimPeople.Sort sort;

  public Scim2Generic() {
    this(ScimHabit.STANDARD);
  }

  /** Where every account is a seat. */
  public Scim2Generic(ScimHabit habit) {
    this(habit, ScimPeople.Sort.ACCOUNT);
  }

  private Scim2Generic(ScimHabit habit, ScimPeople.Sort sort) {
    this.habit = habit;
    this.sort = sort;
  }

  /** Where a seat is membership of a group. */
  public static Scim2Generic withGroups(ScimHabit habit) {
    return new Scim2Generic(habit, ScimPeople.Sort.MEMBER);
  }

  /** Where a seat is an entitlement. */
  public static Scim2Generic withEntitlements(ScimHabit habit) {
    return new Scim2Generic(habit, ScimPeople.Sort.ENTITLED);
  }

  @Override
  public String name() {
    return "scim2-generic";
  }

  @Override
  public List<Map<String, String>> settings() {
    List<Map<String, String>> settings = new ArrayList<>();
    settings.add(settings(habit));
    for (ScimHabit other : ScimHabit.values()) {
      if (other != habit) {
        settings.add(settings(other));
      }
    }
    return settings;
  }

  private static Map<String, String> settings(ScimHabit habit) {
    Map<String, String> settings = new HashMap<>(habit.settings());
    settings.put("host", "scim.example.com");
    settings.put("protected-role", "admin");
    return settings;
  }

  @Override
  public Map<String, String> reader() {
    return Map.of(habit.secretKey(), habit.secret() + ScimLogins.READS_ONLY);
  }

  @Override
  public boolean showsRights() {
    return false;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public Scenes scenes() {
    return people.of(sort);
  }

  @Override
  public List<Scenes> otherScenes() {
    List<Scenes> others = new ArrayList<>();
    for (ScimPeople.Sort other : ScimPeople.Sort.values()) {
      if (other != sort) {
        others.add(people.of(other));
      }
    }
    return others;
  }

  @Override
  public Reply throttled() {
    return Scim.error(429, "Too many requests.").with("Retry-After", "1");
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(reply.with("X-RateLimit-Remaining", "0").with("X-RateLimit-Reset", "40"));
  }

  @Override
  public boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.address().equals("oauth");
  }

  @Override
  public Reply answer(Request request) {
    if (request.address().equals("oauth")) {
      return ScimLogins.token(request);
    }
    Optional<ScimLogins.Login> login = ScimLogins.of(request);
    if (login.isEmpty()) {
      return Scim.error(401, "Who are you?");
    }
    ScimHabit how = login.get().habit();
    if (isChange(request)) {
      if (!writes.pass()) {
        return throttled();
      }
      if (isStrange(request, how)) {
        return Scim.error(415, "Unsupported Media Type");
      }
      if (!login.get().mayChange()) {
        return error(how, 403, "This token may only read.");
      }
    }
    return answer(request, how);
  }

  private static boolean isStrange(Request request, ScimHabit how) {
    String type = request.header("content-type").orElse("");
    return !request.body().isEmpty()
        && type.startsWith("application/json") != (how == ScimHabit.NO_PATCH);
  }

  private Reply answer(Request request, ScimHabit how) {
    if (request.is("GET", "ServiceProviderConfig")) {
      return how == ScimHabit.BARE ? error(how, 404, "Not Found") : config(how);
    }
    if (request.is("GET", "Users")) {
      return users(request, how);
    }
    if (request.path().size() != 2) {
      return error(how, 404, "There is no " + request.at());
    }
    return request.segment(0).equals("Groups") ? group(request, how) : user(request, how);
  }

  private static Reply config(ScimHabit how) {
    ObjectNode body = Reply.object();
    body.putObject("patch").put("supported", how != ScimHabit.NO_PATCH);
    body.putObject("filter").put("supported", how != ScimHabit.CURSOR);
    body.putObject("bulk").put("supported", false);
    return Reply.json(200, body);
  }

  private Reply users(Request request, ScimHabit how) {
    List<Person> shown = people.all();
    if (request.param("filter").isPresent() && how != ScimHabit.ENTRA) {
      Optional<Scim.Filter> filter = Scim.Filter.of(request);
      if (filter.isEmpty() || !how.filtersBy(filter.get().attribute())) {
        return error(how, 400, "The filter is not supported.");
      }
      String wanted = filter.get().value();
      shown = shown.stream().filter(one -> one.email().equalsIgnoreCase(wanted)).toList();
    }
    List<ObjectNode> all = shown.stream().map(one -> people.json(one, how)).toList();
    return switch (how) {
      case STANDARD, NO_PATCH, ENTRA -> Scim.page(all, request, PAGE);
      case BARE, PARTIAL ->
          request.param("startIndex").isPresent()
              ? error(how, 400, "startIndex is unknown.")
              : Scim.page(all, request, Integer.MAX_VALUE);
      case CURSOR -> byCursor(all, request);
    };
  }

  /** Without a total, as servers with cursors may do. */
  private static Reply byCursor(List<ObjectNode> all, Request request) {
    int from = Math.min(request.number("cursor", 0), all.size());
    int to = Math.min(from + PAGE, all.size());
    ObjectNode body = Reply.object();
    ArrayNode resources = body.putArray("Resources");
    all.subList(from, to).forEach(resources::add);
    if (to < all.size()) {
      body.put("nextCursor", Integer.toString(to));
    }
    return Reply.json(200, body);
  }

  private Reply user(Request request, ScimHabit how) {
    Optional<Person> found = people.byId(request.segment(1));
    if (found.isEmpty()) {
      return error(how, how == ScimHabit.ENTRA ? 410 : 404, "There is no such user.");
    }
    Person person = found.get();
    return switch (request.method()) {
      case "GET" -> Reply.json(200, people.json(person, how));
      case "PATCH" -> patch(request, person, how);
      case "PUT" -> put(request, person, how);
      case "DELETE" -> {
        if (how == ScimHabit.CURSOR) {
          people.become(person, false);
        } else {
          people.delete(person);
        }
        yield Reply.empty(204);
      }
      default -> error(how, 405, "Not allowed.");
    };
  }

  private Reply patch(Request request, Person person, ScimHabit how) {
    List<ScimChange> changes = ScimChange.of(request.json(), how);
    if (!patches(changes, how)) {
      return error(how, 501, "PATCH is not supported.");
    }
    for (ScimChange change : changes) {
      switch (change) {
        case ScimChange.Active(boolean to) -> people.become(person, to);
        case ScimChange.Add(String what, String _) -> people.seat(person, true, "given-" + what);
        case ScimChange.Remove(String what, String _) ->
            people.seat(person, false, "taken-" + what);
        case ScimChange.Strange() -> {
          return error(how, 400, "invalidPath");
        }
      }
    }
    return how == ScimHabit.ENTRA ? Reply.empty(204) : Reply.json(200, people.json(person, how));
  }

  /** Two of them take single values, and nothing else. */
  private static boolean patches(List<ScimChange> changes, ScimHabit how) {
    return switch (how) {
      case STANDARD, ENTRA, CURSOR -> true;
      case NO_PATCH -> false;
      case BARE, PARTIAL -> changes.stream().noneMatch(ScimChange.Active.class::isInstance);
    };
  }

  private Reply put(Request request, Person person, ScimHabit how) {
    boolean whole = request.json().has("userName");
    boolean wantsWhole = how != ScimHabit.PARTIAL;
    if (whole != wantsWhole) {
      return error(how, 400, "invalidSyntax");
    }
    if (how == ScimHabit.NO_PATCH
        && !request.header("if-match").orElse("").equals(people.version(person))) {
      return error(how, 412, "The user was changed.");
    }
    people.become(person, request.json().path("active").asBoolean(true));
    return Reply.json(200, people.json(person, how));
  }

  private Reply group(Request request, ScimHabit how) {
    if (!request.segment(1).equals(ScimPeople.GROUP)) {
      return error(how, 404, "There is no such group.");
    }
    if (request.method().equals("PATCH")) {
      if (how == ScimHabit.NO_PATCH) {
        return error(how, 501, "PATCH is not supported.");
      }
      for (ScimChange change : ScimChange.of(request.json(), how)) {
        switch (change) {
          case ScimChange.Add(String _, String id) ->
              people.byId(id).ifPresent(one -> people.seat(one, true, "joined"));
          case ScimChange.Remove(String _, String id) ->
              people.byId(id).ifPresent(one -> people.seat(one, false, "left"));
          case ScimChange.Active _, ScimChange.Strange _ -> {
            return error(how, 400, "invalidPath");
          }
        }
      }
      return Reply.empty(204);
    }
    ObjectNode body =
        Reply.object().put("id", ScimPeople.GROUP).put("displayName", ScimPeople.GROUP_NAME);
    // large servers do not show who is in a group
    if (how != ScimHabit.ENTRA) {
      ArrayNode members = body.putArray("members");
      people.members().forEach(one -> members.addObject().put("value", one.id()));
    }
    return Reply.json(200, body);
  }

  /** Not everybody answers in the standard's words. */
  private static Reply error(ScimHabit how, int status, String detail) {
    return switch (how) {
      case NO_PATCH ->
          Reply.json(status, Reply.object().put("message", detail).put("code", status));
      case BARE -> Reply.text(status, "<html>" + detail.toLowerCase(Locale.ROOT) + "</html>");
      case STANDARD, ENTRA, CURSOR, PARTIAL -> Scim.error(status, detail);
    };
  }
}
