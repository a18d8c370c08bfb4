package dev.reclaim.connectors.declarative;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.NotImplementedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.GroupNode;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.PersonRole;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.reclaim.sandbox.vendor.Effects;
import dev.reclaim.sandbox.vendor.People;
import dev.reclaim.sandbox.vendor.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the accounts of the SCIM-SDK's server, and notes what really changes. */
final class ScimSdkUsers extends ResourceHandler<User> {

  static final String GROUP = "licensed";

  private final People people;
  private final Effects effects;
  private final Map<String, Instant> changed = new HashMap<>();

  ScimSdkUsers(People people, Effects effects) {
    this.people = people;
    this.effects = effects;
  }

  People people() {
    return people;
  }

  void seat(Person person, boolean seat) {
    if (person.seat() != seat) {
      person.seat(seat);
      note(person, seat, seat ? "joined" : "left");
    }
  }

  private void note(Person person, boolean given, String what) {
    changed.merge(person.id(), Instant.EPOCH.plusSeconds(1), (before, _) -> before.plusSeconds(1));
    if (given) {
      effects.given(what, person.email());
    } else {
      effects.taken(what, person.email());
    }
  }

  private Person person(String id) {
    return people
        .byId(id)
        .orElseThrow(() -> new ResourceNotFoundException("there is no user " + id));
  }

  private User user(Person person) {
    User user =
        User.builder()
            .id(person.id())
            .externalId(person.email())
            .userName(person.name())
            .active(person.active())
            .emails(List.of(Email.builder().value(person.email()).primary(true).build()))
            .meta(
                Meta.builder()
                    .created(Instant.EPOCH)
                    .lastModified(changed.getOrDefault(person.id(), Instant.EPOCH))
                    .build())
            .build();
    if (person.administrator()) {
      user.setRoles(List.of(PersonRole.builder().value("admin").build()));
    }
    if (person.seat()) {
      user.setGroups(List.of(GroupNode.builder().value(GROUP).type("direct").build()));
    }
    return user;
  }

  @Override
  public User createResource(User resource, Context context) {
    throw new NotImplementedException("nobody is created here");
  }

  @Override
  public User getResource(
      String id, List<SchemaAttribute> with, List<SchemaAttribute> without, Context context) {
    return user(person(id));
  }

  @Override
  public PartialListResponse<User> listResources(
      long startIndex,
      int count,
      FilterNode filter,
      SchemaAttribute sortBy,
      SortOrder sortOrder,
      List<SchemaAttribute> with,
      List<SchemaAttribute> without,
      Context context) {
    List<User> all = people.all().stream().map(this::user).toList();
    return PartialListResponse.<User>builder().resources(all).totalResults(all.size()).build();
  }

  @Override
  public User updateResource(User wanted, Context context) {
    Person person = person(wanted.getId().orElseThrow());
    boolean active = wanted.isActive().orElse(true);
    if (person.active() != active) {
      person.active(active);
      note(person, active, active ? "switched-on" : "switched-off");
    }
    return user(person);
  }

  @Override
  public void deleteResource(String id, Context context) {
    Person person = person(id);
    people.remove(person);
    effects.taken("deleted", person.email());
  }
}
