package dev.reclaim.sandbox.graph;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sets and shows the tenant past its API, as an administrator would. */
public final class Directory {

  private final Tenant tenant;
  private final Object lock;

  Directory(Tenant tenant, Object lock) {
    this.tenant = tenant;
    this.lock = lock;
  }

  /** A new enabled user. */
  public User addUser(String principalName) {
    synchronized (lock) {
      User user =
          new User(
              Ids.of("user", principalName), principalName, principalName.replaceFirst("@.*", ""));
      tenant.users.put(user.id, user);
      tenant.changes.add(user.id);
      return user;
    }
  }

  public Group addGroup(String name, Group.Sort sort) {
    synchronized (lock) {
      Group group = new Group(Ids.of("group", name), name, sort);
      tenant.groups.put(group.id, group);
      return group;
    }
  }

  public Sku addSku(String partNumber, int seats) {
    synchronized (lock) {
      Sku sku = new Sku(Ids.of("sku", partNumber), partNumber, seats);
      tenant.skus.put(sku.id(), sku);
      return sku;
    }
  }

  public App addApp(String name) {
    synchronized (lock) {
      App app = new App(Ids.of("service principal", name), Ids.of("application", name), name);
      tenant.apps.put(app.id, app);
      return app;
    }
  }

  public void license(User user, Sku sku, Set<String> disabledPlans) {
    synchronized (lock) {
      user.licences.put(sku.id(), new TreeSet<>(disabledPlans));
      tenant.changes.add(user.id);
    }
  }

  /** All members of the group have the sku from now on. */
  public void license(Group group, Sku sku) {
    synchronized (lock) {
      group.licences.add(sku.id());
    }
  }

  public void join(Group group, User user) {
    synchronized (lock) {
      group.members.add(user.id);
    }
  }

  /** As {@link #join}, by the group's name. */
  void joinNamed(String group, User user) {
    synchronized (lock) {
      tenant.groups.get(Ids.of("group", group)).members.add(user.id);
    }
  }

  /** The members of the inner group are members of the outer one, too. */
  public void nest(Group outer, Group inner) {
    synchronized (lock) {
      outer.members.add(inner.id);
    }
  }

  public void assign(App app, User user, String appRoleId) {
    synchronized (lock) {
      app.assignments.add(
          new App.Assignment(
              Ids.of("assignment", app.id + user.id + appRoleId), user.id, false, appRoleId));
    }
  }

  public void assign(App app, Group group) {
    synchronized (lock) {
      app.assignments.add(
          new App.Assignment(Ids.of("assignment", app.id + group.id), group.id, true, App.NO_ROLE));
    }
  }

  /** Anybody may sign in to it, assigned or not. */
  public void openToAll(App app) {
    synchronized (lock) {
      app.assignmentRequired = false;
    }
  }

  public void giveRole(User user, String role) {
    synchronized (lock) {
      user.roles.add(role);
    }
  }

  /** Its account is mastered in Active Directory from now on. */
  public void sync(User user) {
    synchronized (lock) {
      user.synced = true;
    }
  }

  public void disable(User user) {
    synchronized (lock) {
      user.enabled = false;
    }
  }

  public void rename(User user, String principalName) {
    synchronized (lock) {
      user.principalName = principalName;
      tenant.changes.add(user.id);
    }
  }

  public void delete(User user) {
    synchronized (lock) {
      tenant.delete(user);
    }
  }

  /** Signs in to an application; an error other than 0 is a failure. */
  public void signIn(User user, App app, Instant at, int error) {
    synchronized (lock) {
      tenant.signIns.add(
          new SignIn(
              Ids.of("sign-in", user.id + tenant.signIns.size()),
              user.id,
              user.principalName,
              app.appId,
              at,
              error));
      if (error == 0) {
        user.lastSignIn = Optional.of(at);
      }
    }
  }

  /** As it is now, by id or principal name. */
  public Optional<User> user(String idOrName) {
    synchronized (lock) {
      return tenant.user(idOrName).map(User::copy);
    }
  }

  /** The object that the other methods take, by id. */
  public Optional<User> live(String id) {
    synchronized (lock) {
      return Optional.ofNullable(tenant.users.get(id));
    }
  }

  public boolean hasSku(User user, Sku sku) {
    synchronized (lock) {
      return tenant.users.containsKey(user.id) && tenant.skusOf(user).contains(sku.id());
    }
  }

  public boolean isMember(User user, Group group) {
    synchronized (lock) {
      return tenant.everybodyIn(group).contains(user.id);
    }
  }

  public boolean isAssigned(User user, App app) {
    synchronized (lock) {
      return app.assignments.stream()
          .anyMatch(
              one ->
                  one.group()
                      ? tenant.groups.get(one.principalId()).members.contains(user.id)
                      : one.principalId().equals(user.id));
    }
  }

  /** The roles of an application that a user has directly. */
  public Set<String> rolesIn(User user, App app) {
    synchronized (lock) {
      Set<String> roles = new TreeSet<>();
      app.assignments.stream()
          .filter(one -> one.principalId().equals(user.id))
          .forEach(one -> roles.add(one.appRoleId()));
      return roles;
    }
  }

  /** All that the delta link knew is forgotten, as after a few days without a question. */
  public void forgetChanges() {
    synchronized (lock) {
      tenant.changes.clear();
    }
  }
}
