package dev.reclaim.sandbox.graph;

import java.util.ArrayList;
import java.util.List;

/** One enterprise application (a service principal) and who is assigned to it. */
public final class App {

  /** Stands for "no particular role". */
  public static final String NO_ROLE = "00000000-0000-0000-0000-000000000000";

  /** One assignment; the principal is a user or a group. */
  record Assignment(String id, String principalId, boolean group, String appRoleId) {}

  final String id;
  final String appId;
  final String name;
  boolean assignmentRequired = true;
  final List<Assignment> assignments = new ArrayList<>();

  App(String id, String appId, String name) {
    this.id = id;
    this.appId = appId;
    this.name = name;
  }

  App copy() {
    App copy = new App(id, appId, name);
    copy.assignmentRequired = assignmentRequired;
    copy.assignments.addAll(assignments);
    return copy;
  }

  public String id() {
    return id;
  }

  public String appId() {
    return appId;
  }
}
