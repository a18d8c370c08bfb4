package dev.reclaim.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading groups and their members. */
final class Groups {

  private final Tenant tenant;
  private final Shows shows;
  private final Pages pages;

  Groups(Tenant tenant, Pages pages) {
    this.tenant = tenant;
    this.shows = new Shows(tenant);
    this.pages = pages;
  }

  /** Empty if it is no request about groups. */
  Optional<Reply> answer(Request request) {
    if (request.path().size() < 2 || !request.segment(0).equals("groups")) {
      return Optional.empty();
    }
    Group group = tenant.groups.get(request.segment(1));
    if (group == null) {
      return Optional.of(Reply.gone(request.segment(1)));
    }
    if (request.is("GET", "groups/*")) {
      return Optional.of(Reply.ok(shows.group(group, request)));
    }
    if (request.path().size() == 4 && !request.advanced()) {
      return Optional.of(Reply.bad("An OData cast needs ConsistencyLevel and $count."));
    }
    if (request.is("GET", "groups/*/members/graph.user")) {
      return Optional.of(pages.page(request, users(group.members, request)));
    }
    if (request.is("GET", "groups/*/transitiveMembers/graph.user")) {
      return Optional.of(pages.page(request, users(tenant.everybodyIn(group), request)));
    }
    if (request.is("GET", "groups/*/transitiveMembers/graph.group")) {
      return Optional.of(pages.page(request, groups(tenant.groupsWithin(group), request)));
    }
    return Optional.empty();
  }

  private List<ObjectNode> users(Collection<String> ids, Request request) {
    return ids.stream()
        .filter(tenant.users::containsKey)
        .map(id -> shows.user(tenant.users.get(id), request))
        .toList();
  }

  private List<ObjectNode> groups(Set<String> ids, Request request) {
    return ids.stream().map(id -> shows.group(tenant.groups.get(id), request)).toList();
  }
}
