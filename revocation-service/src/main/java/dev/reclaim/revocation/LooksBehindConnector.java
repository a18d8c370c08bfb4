package dev.reclaim.revocation;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.Verifies;
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
