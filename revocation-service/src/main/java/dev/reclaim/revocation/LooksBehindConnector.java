package dev.reclaim.revocation;

import static java.util.Comparator.naturalOrder;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.util.Optional;

/** Looks at account, seat and steps through the capabilities of one connector. */
final class LooksBehindConnector {

  private static final String BY_HAND = "Do it by hand.";

  private final Connector connector;

  LooksBehindConnector(Connector connector) {
    this.connector = connector;
  }

  Look look(Step step, SeatRef seat, SeatSource source) {
    return connector
        .as(FindsAccount.class)
        .map(finds -> look(step, seat, source, finds.find(seat.account())))
        .orElseGet(() -> new Look.Nowhere(cannot("find accounts"), BY_HAND));
  }

  /**
   * Looks by what was saved before the seat was taken. That the seat is not there proves something
   * about the account only where the account was to go with it.
   */
  Look lookAgain(Step step, SavedState earlier, SeatSource source) {
    Look seat =
        connector
            .as(LooksAgain.class)
            .map(looks -> bySaved(looks.lookAgain(earlier, source)))
            .orElseGet(() -> new Look.Nowhere(cannot("look at an account by its id"), BY_HAND));
    return switch (step) {
      case FREE_SEAT -> seat;
      case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
          seat instanceof Look.There || (seat instanceof Look.Gone && !deletes(source))
              ? new Look.Nowhere("the account goes by another name now", "Correct the account.")
              : seat;
    };
  }

  private static Look bySaved(SeatLook seat) {
    return switch (seat) {
      case SeatLook.Present _ -> new Look.There(Optional.empty());
      case SeatLook.Absent(String proof) -> new Look.Gone(proof);
      case SeatLook.CannotTell(String why) -> new Look.Unreadable(why);
    };
  }

  /** Whether the account goes with the seat; where no way is named, the mildest is taken. */
  private boolean deletes(SeatSource source) {
    return source
        .action()
        .or(
            () ->
                connector
                    .as(Revokes.class)
                    .flatMap(revokes -> revokes.ways().keySet().stream().min(naturalOrder())))
        .filter(SeatAction.DELETE::equals)
        .isPresent();
  }

  private Look look(Step step, SeatRef seat, SeatSource source, AccountLook account) {
    return switch (account) {
      case AccountLook.Found found ->
          switch (step) {
            case DISABLE_ACCOUNT ->
                found.enabled()
                    ? new Look.There(found.protectedBecause())
                    : new Look.Gone(found.name() + " is disabled");
            case END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS -> lookAtStep(step, seat, found);
            case FREE_SEAT -> lookAtSeat(seat, source, found);
          };
      case AccountLook.NotFound() ->
          new Look.Nowhere(
              "no account goes by " + seat.account(), "Correct the account, or close it by hand.");
      case AccountLook.Ambiguous(int count) ->
          new Look.Nowhere(
              "%d accounts go by %s".formatted(count, seat.account()), "Make the name unique.");
      case AccountLook.CannotTell(String why) -> new Look.Unreadable(why);
    };
  }

  private Look lookAtStep(Step step, SeatRef seat, AccountLook.Found account) {
    Optional<Deprovisions> deprovisions = connector.as(Deprovisions.class);
    if (deprovisions.isEmpty()) {
      return new Look.Nowhere(cannot("take the step " + step), BY_HAND);
    }
    return switch (deprovisions.get().look(step, seat.account())) {
      case StepLook.Open _ -> new Look.There(account.protectedBecause());
      case StepLook.LeavesNoTrace _ -> new Look.NoTrace(account.protectedBecause());
      case StepLook.Done(String proof) -> new Look.Gone(proof);
      case StepLook.CannotTell(String why) -> new Look.Unreadable(why);
    };
  }

  private Look lookAtSeat(SeatRef seat, SeatSource source, AccountLook.Found account) {
    Optional<Verifies> verifies = connector.as(Verifies.class);
    if (verifies.isEmpty()) {
      return new Look.Nowhere(cannot("look at seats"), BY_HAND);
    }
    return switch (verifies.get().look(seat, source)) {
      case SeatLook.Present _ -> new Look.There(account.protectedBecause());
      case SeatLook.Absent(String proof) -> new Look.Gone(proof);
      case SeatLook.CannotTell(String why) -> new Look.Unreadable(why);
    };
  }

  private String cannot(String what) {
    return "a connection of type " + connector.kind() + " cannot " + what;
  }
}
