package dev.reclaim.consent;

import dev.reclaim.consent.LineOfApprovers.Approver;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lines up who may decide about a seat: the manager, the head of the department, the application's
 * owner; each through whoever stands in for them. Never the holder nor who answers for them, nor
 * who stands in for those, nor who set it going.
 */
final class FindApprovers {

  private static final String WHAT_TO_DO =
      "Correct the manager or the department in the HR data or the owner of the application, name a"
          + " stand-in, or reassign it to somebody who may decide.";

  private static final int MOST_ABOVE = 2;

  private final People people;
  private final StandIns standIns;
  private final ApproverHears hears;
  private final Instant now;

  FindApprovers(People people, StandIns standIns, ApproverHears hears, Instant now) {
    this.people = people;
    this.standIns = standIns;
    this.hears = hears;
    this.now = now;
  }

  /**
   * The line.
   *
   * @param asked who answers for the seat: the holder, or the owner of a non-human one
   */
  LineOfApprovers about(
      CaseFile file, Holder holder, Holder asked, Optional<ApplicationDefined> application) {
    LineOfApprovers empty = new LineOfApprovers(List.of(), "", WHAT_TO_DO, barred(holder, asked));
    List<Approver> line = new ArrayList<>();
    Optional<HolderId> manager = asked.manager().filter(it -> !it.equals(asked.id()));
    Optional<String> circle = Optional.empty();
    add(line, manager.flatMap(it -> atWork(it, file, empty)), "the manager of " + holder.name());
    if (line.isEmpty()) {
      circle = circleAbove(asked);
    }
    if (circle.isEmpty()) {
      if (asked.department().isPresent()) {
        add(line, head(asked, file, empty), "the head of " + holder.name() + "'s department");
      } else {
        above(asked, file, empty)
            .forEach(it -> add(line, Optional.of(it), "a manager above " + holder.name()));
      }
      application
          .flatMap(ApplicationDefined::owner)
          .flatMap(people::named)
          .flatMap(it -> atWork(it.id(), file, empty))
          .ifPresent(it -> add(line, Optional.of(it), "the owner of the application"));
    }
    String why =
        circle.orElseGet(
            () ->
                holder.name()
                    + " has no manager at work, nor has the department a head, nor the application"
                    + " another owner.");
    return new LineOfApprovers(line, why, WHAT_TO_DO, empty.barred());
  }

  /** Who stands in for an approver, in line or not, and may decide. */
  Optional<Approver> insteadOf(HolderId approver, CaseFile file, Holder holder, Holder asked) {
    LineOfApprovers empty = new LineOfApprovers(List.of(), "", WHAT_TO_DO, barred(holder, asked));
    String as = "standing in for " + people.find(approver).map(Holder::name).orElse("the approver");
    return atWork(approver, file, empty)
        .filter(Found::instead)
        .map(it -> new Approver(it.who(), as, hears.from(it.who())));
  }

  private void add(List<Approver> line, Optional<Found> found, String as) {
    found
        .filter(it -> line.stream().noneMatch(before -> before.person().id().equals(it.who().id())))
        .ifPresent(
            it ->
                line.add(
                    new Approver(
                        it.who(),
                        it.instead() ? "standing in for " + as : as,
                        hears.from(it.who()))));
  }

  private record Found(Holder who, boolean instead) {}

  /** The person, or who stands in for them, as far as one of them is at work and may decide. */
  private Optional<Found> atWork(HolderId wanted, CaseFile file, LineOfApprovers bar) {
    Set<HolderId> seen = new HashSet<>(Set.of(wanted));
    Optional<HolderId> next = standIns.inForce(wanted, now);
    while (next.isPresent() && seen.add(next.get())) {
      Optional<HolderId> after = standIns.inForce(next.get(), now);
      if (after.isEmpty()) {
        Optional<Found> found = mayDecide(next.get(), file, bar).map(it -> new Found(it, true));
        if (found.isPresent()) {
          return found;
        }
      }
      next = after;
    }
    return mayDecide(wanted, file, bar).map(it -> new Found(it, false));
  }

  private Optional<Holder> mayDecide(HolderId id, CaseFile file, LineOfApprovers bar) {
    return people.find(id).filter(person -> bar.whyNot(person, file).isEmpty());
  }

  private Set<HolderId> barred(Holder holder, Holder asked) {
    Set<HolderId> barred = new HashSet<>(List.of(holder.id(), asked.id()));
    standIns.inForce(holder.id(), now).ifPresent(barred::add);
    standIns.inForce(asked.id(), now).ifPresent(barred::add);
    return barred;
  }

  private Optional<Found> head(Holder holder, CaseFile file, LineOfApprovers bar) {
    return holder.department().flatMap(people::headOf).flatMap(it -> atWork(it.id(), file, bar));
  }

  /**
   * Without a department, whoever is next above the manager, each themselves or who stands in for
   * them; so many that one silent person, or one who stands in for two, does not end the line.
   */
  private List<Found> above(Holder holder, CaseFile file, LineOfApprovers bar) {
    List<Found> above = new ArrayList<>();
    Optional<Holder> manager = holder.manager().flatMap(people::find);
    for (int level = 0; level < 20 && manager.isPresent() && above.size() < MOST_ABOVE; level++) {
      manager = manager.flatMap(Holder::manager).flatMap(people::find);
      manager.flatMap(it -> atWork(it.id(), file, bar)).ifPresent(above::add);
    }
    return above;
  }

  /** Managers who lead back to where we were decide nothing, and HR should know. */
  private Optional<String> circleAbove(Holder holder) {
    Set<HolderId> seen = new HashSet<>(Set.of(holder.id()));
    Optional<HolderId> next = holder.manager().filter(it -> !it.equals(holder.id()));
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        return Optional.of("The managers above " + holder.name() + " lead in a circle.");
      }
      Optional<Holder> above = people.find(next.get());
      if (above.filter(it -> it.status() == Holder.Status.ACTIVE).isPresent()) {
        return Optional.empty();
      }
      next = above.flatMap(Holder::manager);
    }
    return Optional.empty();
  }
}
