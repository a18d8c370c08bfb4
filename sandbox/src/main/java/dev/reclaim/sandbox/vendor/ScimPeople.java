package dev.reclaim.sandbox.vendor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of a SCIM server: some are seats, others have one of three kinds of seats. */
final class ScimPeople {

  static final String GROUP = "g-licensed";
  static final String GROUP_NAME = "Licensed";
  static final String ENTITLEMENT = "premium";
  static final String ROLE = "editor";

  /** What a seat is. */
  public enum Sort {
    ACCOUNT,
    MEMBER,
    ENTITLED,
    IN_ROLE
  }

  private final Map<Sort, People> bySort = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Effects effects;

  ScimPeople(Effects effects) {
    this.effects = effects;
    bySort.put(
        Sort.ACCOUNT,
        new People(
            "a",
            new People.Kind(
                "users/all",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                People.Tie.SAME,
                1)));
    bySort.put(
        Sort.MEMBER,
        new People(
                "m",
                People.Kind.named("groups/" + GROUP, "groups/none")
                    .givingGroup("a group within " + GROUP_NAME))
            .from(1001));
    bySort.put(
        Sort.ENTITLED,
        new People("e", People.Kind.named("entitlements/" + ENTITLEMENT, "none")).from(2001));
    bySort.put(
        Sort.IN_ROLE, new People("r", People.Kind.named("roles/" + ROLE, "none")).from(3001));
  }

  People of(Sort sort) {
    return bySort.get(sort);
  }

  List<Person> all() {
    return Stream.of(Sort.values()).flatMap(sort -> of(sort).all().stream()).toList();
  }

  Optional<Person> byId(String id) {
    return Stream.of(Sort.values()).flatMap(sort -> of(sort).byId(id).stream()).findFirst();
  }

  /** Members are those whose seats are memberships. */
  List<Person> members() {
    return of(Sort.MEMBER).all().stream().filter(Person::seat).toList();
  }

  String version(Person person) {
    return "W/\"" + versions.getOrDefault(person.id(), 1) + "\"";
  }

  void become(Person person, boolean active) {
    if (person.active() != active) {
      person.active(active);
      note(person, active, active ? "switched-on" : "switched-off");
    }
  }

  void seat(Person person, boolean seat, String what) {
    if (person.seat() != seat) {
      person.seat(seat);
      note(person, seat, what);
    }
  }

  void delete(Person person) {
    Stream.of(Sort.values()).forEach(sort -> of(sort).remove(person));
    effects.taken("deleted", person.email());
  }

  private void note(Person person, boolean given, String what) {
    versions.merge(person.id(), 2, (old, _) -> old + 1);
    if (given) {
      effects.given(what, person.email());
    } else {
      effects.taken(what, person.email());
    }
  }

  ObjectNode json(Person person, ScimHabit habit) {
    ObjectNode json = Reply.object();
    json.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
    json.put("id", person.id()).put("externalId", person.email()).put("userName", person.name());
    if (habit == ScimHabit.ENTRA) {
      json.put("active", person.active() ? "True" : "False");
    } else if (habit != ScimHabit.BARE || !person.active()) {
      json.put("active", person.active());
    }
    json.putArray("emails").addObject().put("value", person.email()).put("primary", true);
    ArrayNode roles = json.putArray("roles");
    if (person.administrator()) {
      roles.addObject().put("value", "admin");
    }
    if (person.seat() && of(Sort.IN_ROLE).byId(person.id()).isPresent()) {
      roles.addObject().put("value", ROLE);
    }
    if (person.seat() && of(Sort.ENTITLED).byId(person.id()).isPresent()) {
      json.putArray("entitlements").addObject().put("value", ENTITLEMENT);
    }
    if (of(Sort.MEMBER).byId(person.id()).isPresent() && (person.seat() || person.inherited())) {
      json.putArray("groups")
          .addObject()
          .put("value", GROUP)
          .put("display", GROUP_NAME)
          .put("type", person.seat() ? "direct" : "indirect");
    }
    if (habit != ScimHabit.BARE) {
      json.putObject("meta").put("resourceType", "User").put("version", version(person));
    }
    return json;
  }
}
