package dev.reclaim.events;

import java.util.Objects;

/**
 * Who did something.
 *
 * @param id a holder's id, an operator's login, or a service's name
 */
public record Actor(Role role, String id) {

  /** In which capacity. */
  public enum Role {
    HOLDER,
    APPROVER,
    OPERATOR,
    SYSTEM
  }

  public Actor {
    Objects.requireNonNull(role, "actor.role: is missing");
    Ids.requireText("actor.id", id);
  }

  public static Actor holder(HolderId holder) {
    return new Actor(Role.HOLDER, holder.value());
  }

  public static Actor approver(HolderId approver) {
    return new Actor(Role.APPROVER, approver.value());
  }

  public static Actor operator(String login) {
    return new Actor(Role.OPERATOR, login);
  }

  public static Actor system(String service) {
    return new Actor(Role.SYSTEM, service);
  }
}
