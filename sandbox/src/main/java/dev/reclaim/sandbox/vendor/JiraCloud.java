package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jira: a seat is the membership in any group of an application role. */
public final class JiraCloud implements PlayedVendor {

  private final Atlassian site = new Atlassian("jira-software", List.of("g-users", "g-team"), 400);

  @Override
  public String name() {
    return "jira-cloud";
  }

  @Override
  public List<Map<String, String>> settings() {
    return Atlassian.settings();
  }

  @Override
  public Map<String, String> reader() {
    return Map.of("token", "may-read");
  }

  @Override
  public Effects effects() {
    return site.effects();
  }

  @Override
  public Scenes scenes() {
    return site.people();
  }

  @Override
  public Reply throttled() {
    return Atlassian.throttled();
  }

  @Override
  public Optional<Reply> lastCall(Reply reply) {
    return Optional.of(Atlassian.last(reply));
  }

  @Override
  public Reply answer(Request request) {
    return Atlassian.refused(request, isChange(request)).orElseGet(() -> allowed(request));
  }

  private Reply allowed(Request request) {
    return switch (request.at()) {
      case "myself" -> Reply.json(200, Reply.object().put("displayName", "Reclaim"));
      case "mypermissions" -> permissions(request);
      case "user/search" -> site.search(request);
      case "applicationrole" -> roles();
      case "user" -> user(request);
      case "user/groups" -> groups(request);
      case "group/member" -> members(request);
      case "group/user" ->
          request.method().equals("DELETE")
              ? site.leave(request.query().get("groupId"), request.query().get("accountId"), 200)
              : site.join(
                  request.query().get("groupId"), request.json().path("accountId").asText());
      default -> Atlassian.error(404, "There is nothing.");
    };
  }

  private static Reply permissions(Request request) {
    ObjectNode body = Reply.object();
    body.putObject("permissions")
        .putObject("ADMINISTER")
        .put("havePermission", Atlassian.isAll(request));
    return Reply.json(200, body);
  }

  private static Reply roles() {
    ArrayNode roles = Reply.array();
    ObjectNode role = roles.addObject().put("key", "jira-software").put("name", "Jira Software");
    ArrayNode details = role.putArray("groupDetails");
    details.add(Atlassian.group("g-users"));
    details.add(Atlassian.group("g-team"));
    return Reply.json(200, roles);
  }

  private Reply user(Request request) {
    return site.people()
        .byId(request.query().get("accountId"))
        .map(one -> Reply.json(200, Atlassian.user(one)))
        .orElse(Atlassian.error(404, "Specified user does not exist."));
  }

  private Reply groups(Request request) {
    Optional<Person> person = site.people().byId(request.query().get("accountId"));
    ArrayNode groups = Reply.array();
    person.ifPresent(one -> site.groupsOf(one).forEach(id -> groups.add(Atlassian.group(id))));
    return Reply.json(200, groups);
  }

  private Reply members(Request request) {
    List<Person> all = site.members(request.query().get("groupId"));
    int from = Math.min(request.number("startAt", 0), all.size());
    int to = Math.min(from + 2, all.size());
    ObjectNode body = Reply.object().put("total", all.size()).put("isLast", to == all.size());
    ArrayNode values = body.putArray("values");
    all.subList(from, to).forEach(one -> values.add(Atlassian.user(one)));
    return Reply.json(200, body);
  }
}
