package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who decides about a holder's seat: the next manager upwards who is at work, else the
 * application's owner. Never the holder; a chain of managers that comes back to itself decides
 * nothing.
 */
public final class ChooseApprover {

  private static final String WHAT_TO_DO =
      "Correct the manager in the HR data or the owner of the application, or reassign it to"
          + " somebody who may decide.";

  private final People people;

  public ChooseApprover(People people) {
    this.people = people;
  }

  public ApproverChoice about(Holder holder, Optional<ApplicationDefined> application) {
    Set<HolderId> seen = new HashSet<>(Set.of(holder.id()));
    Optional<HolderId> next = holder.manager().filter(manager -> !manager.equals(holder.id()));
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        return new ApproverChoice.Nobody(
            "The managers above " + holder.name() + " lead in a circle.", WHAT_TO_DO);
      }
      Optional<Holder> manager = people.find(next.get());
      if (manager.isPresent() && manager.get().status() == Holder.Status.ACTIVE) {
        return new ApproverChoice.Somebody(manager.get(), "the manager of " + holder.name());
      }
      next = manager.flatMap(Holder::manager);
    }
    return owner(holder, application);
  }

  private ApproverChoice owner(Holder holder, Optional<ApplicationDefined> application) {
    return application
        .flatMap(ApplicationDefined::owner)
        .flatMap(people::named)
        .filter(owner -> owner.status() == Holder.Status.ACTIVE)
        .filter(owner -> !owner.id().equals(holder.id()))
        .<ApproverChoice>map(
            owner -> new ApproverChoice.Somebody(owner, "the owner of the application"))
        .orElseGet(
            () ->
                new ApproverChoice.Nobody(
                    holder.name()
                        + " has no manager at work, and the application has no other owner.",
                    WHAT_TO_DO));
  }
}
