package dev.reclaim.connectors.declarative;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.NotImplementedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.reclaim.sandbox.vendor.Person;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The one group of the SCIM-SDK's server, whose members have a seat. */
final class ScimSdkGroups extends ResourceHandler<Group> {

  private final ScimSdkUsers users;

  ScimSdkGroups(ScimSdkUsers users) {
    this.users = users;
  }

  private Group group() {
    return Group.builder()
        .id(ScimSdkUsers.GROUP)
        .displayName("Licensed")
        .members(
            users.people().all().stream()
                .filter(Person::seat)
                .map(one -> Member.builder().value(one.id()).type("User").build())
                .collect(Collectors.toList()))
        .meta(Meta.builder().created(Instant.EPOCH).lastModified(Instant.EPOCH).build())
        .build();
  }

  @Override
  public Group createResource(Group resource, Context context) {
    throw new NotImplementedException("no group is created here");
  }

  @Override
  public Group getResource(
      String id, List<SchemaAttribute> with, List<SchemaAttribute> without, Context context) {
    if (!id.equals(ScimSdkUsers.GROUP)) {
      throw new ResourceNotFoundException("there is no group " + id);
    }
    return group();
  }

  @Override
  public PartialListResponse<Group> listResources(
      long startIndex,
      int count,
      FilterNode filter,
      SchemaAttribute sortBy,
      SortOrder sortOrder,
      List<SchemaAttribute> with,
      List<SchemaAttribute> without,
      Context context) {
    return PartialListResponse.<Group>builder().resources(List.of(group())).totalResults(1).build();
  }

  @Override
  public Group updateResource(Group wanted, Context context) {
    Set<String> members =
        wanted.getMembers().stream()
            .flatMap(member -> member.getValue().stream())
            .collect(Collectors.toSet());
    users.people().all().forEach(one -> users.seat(one, members.contains(one.id())));
    return group();
  }

  @Override
  public void deleteResource(String id, Context context) {
    throw new NotImplementedException("no group is deleted here");
  }
}
