package dev.reclaim.revocation;

import dev.reclaim.events.ConnectionName;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.revocation.Offers.Offered;
import dev.reclaim.revocation.PlannedStep.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles which of the wanted steps are taken, where and by whom. Access is removed where identity
 * lives; what no interface offers is left out, except that sign-in and seat become work for a
 * person.
 */
public final class PlansSteps {

  private final Offers offers;
  private final Optional<ConnectionName> access;

  /**
   * @param access the connection behind which accounts live; empty for each application's own
   */
  public PlansSteps(Offers offers, Optional<ConnectionName> access) {
    this.offers = offers;
    this.access = access;
  }

  Plan plan(Task task, KnownApplication application) {
    List<PlannedStep> steps = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Step step : task.wanted()) {
      switch (step) {
        case FREE_SEAT -> steps.add(seat(task, application));
        case DISABLE_ACCOUNT -> steps.add(access(step, application));
        case END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS -> {
          PlannedStep planned = access(step, application);
          if (planned.by() == By.CALL) {
            steps.add(planned);
          } else {
            leftOut.add(
                "%s is left out: %s".formatted(step, whyNot(planned.source(), application)));
          }
        }
      }
    }
    return new Plan(steps, leftOut);
  }

  /** How long what was taken can be put back: as the policy says, or the vendor if that is less. */
  Duration undoWithin(Course course, int restorableDays) {
    return course.taken().stream()
        .flatMap(taken -> vendorsWindow(taken).stream())
        .min(Duration::compareTo)
        .filter(vendors -> vendors.compareTo(Duration.ofDays(restorableDays)) < 0)
        .orElse(Duration.ofDays(restorableDays));
  }

  private Optional<Duration> vendorsWindow(Taken taken) {
    return taken
        .place()
        .flatMap(
            place ->
                offers
                    .behind(place.connection())
                    .flatMap(offered -> offered.undoWithin(taken.step(), place.source().action())));
  }

  private PlannedStep seat(Task task, KnownApplication application) {
    Optional<SeatSource> source =
        application.sourceOf(task.seat().tier(), task.taking().action(), task.taking().toTier());
    return source.isEmpty()
        ? new PlannedStep(Step.FREE_SEAT, By.HAND, Optional.empty())
        : offered(Step.FREE_SEAT, source.get(), source.get().action());
  }

  private PlannedStep access(Step step, KnownApplication application) {
    return whereAccountsLive(application)
        .map(source -> offered(step, source, Optional.empty()))
        .orElseGet(() -> new PlannedStep(step, By.HAND, Optional.empty()));
  }

  private Optional<SeatSource> whereAccountsLive(KnownApplication application) {
    Optional<SeatSource> own = application.seats();
    return access
        .filter(there -> own.map(SeatSource::connection).filter(there::equals).isEmpty())
        .map(there -> new SeatSource(there, SeatSource.WHOLE_ACCOUNT))
        .or(() -> own);
  }

  /** A connection that nobody configured stays in the plan: its vendor says so, and what to do. */
  private PlannedStep offered(Step step, SeatSource source, Optional<SeatAction> way) {
    Optional<Offered> offered = offers.behind(source.connection());
    if (offered.isEmpty() || offered.get().takes(step, way)) {
      return PlannedStep.byCall(step, source);
    }
    return new PlannedStep(
        step, By.HAND, Optional.of(source).filter(_ -> offered.get().shows().contains(step)));
  }

  private String whyNot(Optional<SeatSource> seen, KnownApplication application) {
    return seen.or(() -> whereAccountsLive(application))
        .map(SeatSource::connection)
        .map(name -> "the connection " + name + " does not offer it")
        .orElse("no connection is named");
  }
}
