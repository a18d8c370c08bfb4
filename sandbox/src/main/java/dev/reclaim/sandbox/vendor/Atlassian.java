package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site of Jira and Confluence: people, and the groups that give them access. */
final class Atlassian {

  static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("g-users", "jira-software-users");
    GROUPS.put("g-team", "analytics");
    GROUPS.put("g-wiki", "confluence-users");
    GROUPS.put("g-guild", "writers");
  }

  private final People people;
  private final Effects effects;
  private final List<String> giving;
  private final int whenAbsent;

  /**
   * A site.
   *
   * @param giving the ids of the groups that give a seat
   * @param whenAbsent the status when somebody is to leave a group without being in it
   */
  Atlassian(String entitlement, List<String> giving, int whenAbsent) {
    this.giving = giving;
    this.whenAbsent = whenAbsent;
    this.effects = new Effects();
    this.people =
        new People(
            "acc",
            People.Kind.named(entitlement, "jira-nothing").changes(giving.size()),
            person -> person.groups().addAll(giving));
  }

  People people() {
    return people;
  }

  Effects effects() {
    return effects;
  }

  static List<Map<String, String>> settings() {
    return List.of(Map.of("site", "acme", "user", "reclaim@example.com", "token", "all-rights"));
  }

  /** What goes back to whom may not do that; empty if they may. */
  static Optional<Reply> refused(Request request, boolean change) {
    String login = request.header("authorization").orElse("");
    boolean all = login.equals(Basic.of("reclaim@example.com", "all-rights"));
    if (!all && !login.equals(Basic.of("reclaim@example.com", "may-read"))) {
      return Optional.of(error(401, "You are not authenticated."));
    }
    return change && !all
        ? Optional.of(error(403, "You need to be a site admin."))
        : Optional.empty();
  }

  static boolean isAll(Request request) {
    return request
        .header("authorization")
        .orElse("")
        .equals(Basic.of("reclaim@example.com", "all-rights"));
  }

  /** Finds as people type: the beginning of an address finds more than one. */
  Reply search(Request request) {
    ArrayNode found = Reply.array();
    people.all().stream()
        .filter(one -> one.email().startsWith(request.param("query").orElse("")))
        .skip(request.number("startAt", 0))
        .limit(Math.min(50, request.number("maxResults", 50)))
        .forEach(one -> found.add(user(one)));
    return Reply.json(200, found);
  }

  static ObjectNode user(Person person) {
    return Reply.object()
        .put("accountId", person.id())
        .put("accountType", "atlassian")
        .put("displayName", person.name())
        .put("emailAddress", person.email())
        .put("active", person.active());
  }

  List<String> groupsOf(Person person) {
    List<String> groups = new ArrayList<>(person.groups());
    if (person.administrator()) {
      groups.add("g-admins");
    }
    return groups;
  }

  static ObjectNode group(String id) {
    return Reply.object()
        .put("id", id)
        .put("groupId", id)
        .put("name", GROUPS.getOrDefault(id, "site-admins"));
  }

  Reply leave(String group, String account, int done) {
    Optional<Person> person = people.byId(account);
    if (person.isEmpty() || !GROUPS.containsKey(group)) {
      return error(404, "The group or the user does not exist.");
    }
    if (!person.get().groups().remove(group)) {
      return whenAbsent == 204
          ? Reply.empty(204)
          : error(whenAbsent, "Cannot remove user, user is not a member of the group.");
    }
    person.get().seat(person.get().groups().stream().anyMatch(giving::contains));
    effects.taken("left-" + group, person.get().email());
    return Reply.empty(done);
  }

  Reply join(String group, String account) {
    Optional<Person> person = people.byId(account);
    if (person.isEmpty() || !GROUPS.containsKey(group)) {
      return error(404, "The group or the user does not exist.");
    }
    person.get().groups().add(group);
    person.get().seat(true);
    effects.given("joined-" + group, person.get().email());
    return Reply.json(201, group(group));
  }

  /** Members of a group, in pages of two. */
  List<Person> members(String group) {
    return people.all().stream().filter(one -> one.groups().contains(group)).toList();
  }

  static Reply error(int status, String message) {
    ObjectNode body = Reply.object();
    body.putArray("errorMessages").add(message);
    return Reply.json(status, body.put("message", message));
  }

  static Reply last(Reply reply) {
    return reply
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset", Instant.now().plusSeconds(40).toString());
  }

  static Reply throttled() {
    return error(429, "Rate limit exceeded.").with("Retry-After", "1");
  }
}
