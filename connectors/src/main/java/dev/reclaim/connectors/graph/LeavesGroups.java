package dev.reclaim.connectors.graph;

import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.AlreadyGone;
import dev.reclaim.connectors.RevocationOutcome.Revoked;
import dev.reclaim.connectors.StepLook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a person out of all groups that can be left here. Groups that follow a rule, or are
 * mastered in Active Directory or Exchange, are left there; they are named.
 */
final class LeavesGroups {

  private final Groups groups;
  private final Memberships memberships;

  LeavesGroups(Groups groups, Memberships memberships) {
    this.groups = groups;
    this.memberships = memberships;
  }

  RevocationOutcome leave(Person person) throws GraphRefused {
    List<GroupEntry> leavable = leavable(person);
    if (leavable.isEmpty()) {
      return new AlreadyGone(proof(person));
    }
    for (Part.Answer answer : memberships.end(person, leavable)) {
      Optional<GraphRefused> trouble = troubleIn(answer);
      if (trouble.isPresent()) {
        return trouble.get().trouble().asRevocation();
      }
    }
    return new Revoked();
  }

  /** A 404 means that somebody else was faster, or that reads lag: the look afterwards tells. */
  private static Optional<GraphRefused> troubleIn(Part.Answer answer) {
    return switch (answer) {
      case Part.Answer.Done _ -> Optional.empty();
      case Part.Answer.NotDone(GraphRefused why) when why.is(404) -> Optional.empty();
      case Part.Answer.NotDone(GraphRefused why) -> Optional.of(why);
    };
  }

  StepLook look(Person person) throws GraphRefused {
    return leavable(person).isEmpty() ? new StepLook.Done(proof(person)) : new StepLook.Open();
  }

  List<GroupEntry> leavable(Person person) throws GraphRefused {
    return groups.directOf(person).stream().filter(group -> group.fixed().isEmpty()).toList();
  }

  private String proof(Person person) throws GraphRefused {
    String stays =
        groups.directOf(person).stream()
            .map(group -> group + ", " + group.fixed().map(GroupEntry.Fixed::why).orElse(""))
            .collect(Collectors.joining("; "));
    return person.name()
        + " is in no group that can be left here"
        + (stays.isEmpty() ? "" : "; it stays in " + stays);
  }

  /** Puts the person into these groups again; empty if all went well. */
  Optional<GraphRefused> rejoin(Person person, List<String> ids) throws GraphRefused {
    List<String> now = groups.directOf(person).stream().map(GroupEntry::id).toList();
    List<GroupEntry> wanted =
        ids.stream()
            .filter(id -> !now.contains(id))
            .map(id -> new GroupEntry(id, "of before", Optional.empty()))
            .toList();
    for (Part.Answer answer : memberships.begin(person, wanted)) {
      if (answer instanceof Part.Answer.NotDone(GraphRefused why)
          && !Memberships.isThereAlready(why)) {
        return Optional.of(why);
      }
    }
    return Optional.empty();
  }
}
