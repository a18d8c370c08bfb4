package dev.reclaim.sandbox.graph;

import java.util.LinkedHashSet;
import java.util.Set;

/** One group; its members are users and other groups, by id. */
public final class Group {

  /** What decides who may change its members, and where. */
  public enum Sort {
    SECURITY,
    /** Its members follow a rule. */
    DYNAMIC,
    /** Mastered in Active Directory. */
    SYNCED,
    ROLE_ASSIGNABLE,
    /** A distribution list, mastered in Exchange. */
    MAIL_ENABLED
  }

  final String id;
  final String name;
  final Sort sort;
  final Set<String> members = new LinkedHashSet<>();

  /** Skus that every member gets. */
  final Set<String> licences = new LinkedHashSet<>();

  Group(String id, String name, Sort sort) {
    this.id = id;
    this.name = name;
    this.sort = sort;
  }

  Group copy() {
    Group copy = new Group(id, name, sort);
    copy.members.addAll(members);
    copy.licences.addAll(licences);
    return copy;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }
}
