package dev.reclaim.revocation;

import dev.reclaim.events.RevocationEvent.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at steps that were taken, or may have been. The account's label comes first; where that
 * finds nobody any more, what was saved before the seat was taken is looked for by its own id,
 * since an account may have gone with its seat. Nothing but a look that shows something proves
 * anything.
 */
final class LooksBack {

  private final Vendors vendors;

  LooksBack(Vendors vendors) {
    this.vendors = vendors;
  }

  Look at(Task task, Course course, Step step, Place place) {
    Look byLabel = vendors.behind(place.connection()).look(step, task.seat(), place);
    return byLabel instanceof Look.Nowhere ? again(course, step, place).orElse(byLabel) : byLabel;
  }

  /** An account that goes by another name now is not taken from, but a person is asked. */
  Look beforeTaking(Task task, Course course, Step step, Place place) {
    Look byLabel = vendors.behind(place.connection()).look(step, task.seat(), place);
    return byLabel instanceof Look.Nowhere
        ? again(course, step, place).filter(again -> !(again instanceof Look.There)).orElse(byLabel)
        : byLabel;
  }

  private Optional<Look> again(Course course, Step step, Place place) {
    return seatSavedAt(course, place)
        .map(
            seat ->
                vendors.behind(place.connection()).lookAgain(step, seat.earlier(), seat.place()))
        .filter(again -> !(again instanceof Look.Nowhere));
  }

  /** Where nobody but a person can look, the person's proof counts. */
  Looks atTaken(Task task, Course course) {
    Map<Step, Look> looks = new EnumMap<>(Step.class);
    for (Taken one : course.taken()) {
      looks.put(
          one.step(),
          one.place()
              .map(place -> at(task, course, one.step(), place))
              .orElseGet(() -> new Look.Gone(one.how())));
    }
    return new Looks(looks);
  }

  /** At what was put back. */
  Looks atUndone(Task task, Course course) {
    Map<Step, Look> looks = new EnumMap<>(Step.class);
    course
        .kept()
        .forEach(
            (step, kept) -> {
              if (Undo.undone(course, step)) {
                looks.put(step, at(task, course, step, kept.place()));
              }
            });
    return new Looks(looks);
  }

  private static Optional<Kept> seatSavedAt(Course course, Place place) {
    return Optional.ofNullable(course.kept().get(Step.FREE_SEAT))
        .filter(seat -> seat.place().connection().equals(place.connection()))
        .filter(seat -> seat.place().account().equals(place.account()));
  }
}
