package dev.reclaim.sandbox.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All objects of one tenant. */
final class Tenant {

  final Map<String, User> users = new LinkedHashMap<>();
  final Map<String, Group> groups = new LinkedHashMap<>();
  final Map<String, App> apps = new LinkedHashMap<>();
  final Map<String, Sku> skus = new LinkedHashMap<>();
  final List<SignIn> signIns = new ArrayList<>();

  /** Ids of users in the order in which they last changed, the deleted among them. */
  final List<String> changes = new ArrayList<>();

  Tenant copy() {
    Tenant copy = new Tenant();
    users.values().forEach(user -> copy.users.put(user.id, user.copy()));
    groups.values().forEach(group -> copy.groups.put(group.id, group.copy()));
    apps.values().forEach(app -> copy.apps.put(app.id, app.copy()));
    copy.skus.putAll(skus);
    copy.signIns.addAll(signIns);
    copy.changes.addAll(changes);
    return copy;
  }

  void clear() {
    users.clear();
    groups.clear();
    apps.clear();
    skus.clear();
    signIns.clear();
    changes.clear();
  }

  Optional<User> user(String idOrName) {
    return Optional.ofNullable(users.get(idOrName))
        .or(
            () ->
                users.values().stream()
                    .filter(user -> user.principalName.equalsIgnoreCase(idOrName))
                    .findFirst());
  }

  /** Users of a group, those of groups within it too. */
  Set<String> everybodyIn(Group group) {
    Set<String> all = new LinkedHashSet<>();
    walk(group, new LinkedHashSet<>(), all);
    return all;
  }

  /** Groups within a group, at any depth. */
  Set<String> groupsWithin(Group group) {
    Set<String> seen = new LinkedHashSet<>();
    walk(group, seen, new LinkedHashSet<>());
    seen.remove(group.id);
    return seen;
  }

  private void walk(Group group, Set<String> seen, Set<String> everybody) {
    if (!seen.add(group.id)) {
      return;
    }
    for (String member : group.members) {
      if (users.containsKey(member)) {
        everybody.add(member);
      } else if (groups.containsKey(member)) {
        walk(groups.get(member), seen, everybody);
      }
    }
  }

  /** Groups that give a user a licence. Only direct members get it. */
  List<Group> givers(User user, String sku) {
    return groups.values().stream()
        .filter(group -> group.licences.contains(sku) && group.members.contains(user.id))
        .toList();
  }

  Set<String> skusOf(User user) {
    Set<String> held = new LinkedHashSet<>(user.licences.keySet());
    groups.values().stream()
        .filter(group -> group.members.contains(user.id))
        .forEach(group -> held.addAll(group.licences));
    return held;
  }

  long consumed(String sku) {
    return users.values().stream().filter(user -> skusOf(user).contains(sku)).count();
  }

  /** A user is deleted, and what pointed to it with it. */
  void delete(User user) {
    users.remove(user.id);
    groups.values().forEach(group -> group.members.remove(user.id));
    apps.values()
        .forEach(app -> app.assignments.removeIf(one -> one.principalId().equals(user.id)));
    changes.add(user.id);
  }
}
