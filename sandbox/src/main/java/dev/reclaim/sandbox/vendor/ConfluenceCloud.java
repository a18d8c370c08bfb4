package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Confluence: a seat is the membership in a group; addresses are found by Jira only. */
public final class ConfluenceCloud implements PlayedVendor {

  private final Atlassian site = new Atlassian("g-wiki", List.of("g-wiki"), 204);

  @Override
  public String name() {
    return "confluence-cloud";
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
    if (request.address().equals("jira")) {
      return request.at().equals("user/search") ? site.search(request) : permissions(request);
    }
    if (request.is("GET", "group/*/membersByGroupId")) {
      if (!Atlassian.GROUPS.containsKey(request.segment(1))) {
        return group(request.segment(1));
      }
      return page(request, site.members(request.segment(1)).stream().map(Atlassian::user).toList());
    }
    return switch (request.at()) {
      case "user/current" -> Reply.json(200, Reply.object().put("displayName", "Reclaim"));
      case "group/by-id" -> group(request.query().get("id"));
      case "user" ->
          site.people()
              .byId(request.query().get("accountId"))
              .map(one -> Reply.json(200, Atlassian.user(one)))
              .orElse(Atlassian.error(404, "No user found."));
      case "user/memberof" ->
          page(
              request,
              site.people().byId(request.query().get("accountId")).stream()
                  .flatMap(one -> site.groupsOf(one).stream())
                  .map(Atlassian::group)
                  .toList());
      case "group/userByGroupId" ->
          request.method().equals("DELETE")
              ? site.leave(request.query().get("groupId"), request.query().get("accountId"), 204)
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

  private static Reply group(String id) {
    return Optional.ofNullable(id)
        .filter(Atlassian.GROUPS::containsKey)
        .map(known -> Reply.json(200, Atlassian.group(known)))
        .orElse(Atlassian.error(404, "The group does not exist."));
  }

  /** Pages of two, with the next one's address below the site. */
  private static Reply page(Request request, List<ObjectNode> all) {
    int from = Math.min(request.number("start", 0), all.size());
    int to = Math.min(from + 2, all.size());
    ObjectNode body = Reply.object().put("size", to - from).put("start", from);
    ArrayNode results = body.putArray("results");
    all.subList(from, to).forEach(results::add);
    body.putObject("_links");
    return Reply.json(200, body);
  }
}
