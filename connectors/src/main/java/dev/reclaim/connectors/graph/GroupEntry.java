package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.Group;
import java.util.List;
import java.util.Optional;

/**
 * One group.
 *
 * @param fixed why its members cannot be changed through Graph; empty if they can
 */
record GroupEntry(String id, String name, Optional<Fixed> fixed) {

  static final String[] PROPERTIES = {
    "id",
    "displayName",
    "groupTypes",
    "onPremisesSyncEnabled",
    "isAssignableToRole",
    "mailEnabled",
    "securityEnabled"
  };

  /** Who or what decides instead about a group's members. */
  enum Fixed {
    DYNAMIC(
        "its members follow a rule",
        "Change the rule, or the attribute of the person it asks for."),
    SYNCED(
        "it is mastered in Active Directory and only synced",
        "Take the person out there, by a connection of type active-directory."),
    ROLE_ASSIGNABLE(
        "it can give directory roles, so it is protected",
        "Let an administrator do it by hand, if it is meant."),
    EXCHANGE(
        "it is a distribution list or a mail-enabled security group, which Exchange masters",
        "Take the person out in Exchange Online.");

    private final String why;
    private final String whatToDo;

    Fixed(String why, String whatToDo) {
      this.why = why;
      this.whatToDo = whatToDo;
    }

    String why() {
      return why;
    }

    String whatToDo() {
      return whatToDo;
    }
  }

  static GroupEntry of(Group group) {
    return new GroupEntry(group.getId(), String.valueOf(group.getDisplayName()), fixedOf(group));
  }

  private static Optional<Fixed> fixedOf(Group group) {
    List<String> types = group.getGroupTypes() == null ? List.of() : group.getGroupTypes();
    if (Boolean.TRUE.equals(group.getOnPremisesSyncEnabled())) {
      return Optional.of(Fixed.SYNCED);
    }
    if (types.contains("DynamicMembership")) {
      return Optional.of(Fixed.DYNAMIC);
    }
    if (Boolean.TRUE.equals(group.getIsAssignableToRole())) {
      return Optional.of(Fixed.ROLE_ASSIGNABLE);
    }
    return Boolean.TRUE.equals(group.getMailEnabled()) && !types.contains("Unified")
        ? Optional.of(Fixed.EXCHANGE)
        : Optional.empty();
  }

  /** Display names are not unique, so its id stands beside it. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
