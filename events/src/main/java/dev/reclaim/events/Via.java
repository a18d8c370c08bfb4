package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a holder came by a seat. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Via.Direct.class, name = "direct"),
  @JsonSubTypes.Type(value = Via.Group.class, name = "group")
})
public sealed interface Via {

  /** Assigned to the holder itself. */
  record Direct() implements Via {}

  /**
   * Inherited from membership in a group.
   *
   * @param group the group's name in its directory, a distinguished name for LDAP
   */
  record Group(String group) implements Via {}
}
