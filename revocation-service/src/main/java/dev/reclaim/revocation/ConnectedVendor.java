package dev.reclaim.revocation;

import dev.reclaim.connectors.AccountLook;
import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Connector;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.FindsAccount;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.connectors.SeatLook;
import dev.reclaim.connectors.StepLook;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.events.PolicyEvent.SeatSource;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A vendor behind a configured connection. A connector that throws has broken its contract, so
 * nothing is known of what it did: a look comes next.
 */
public final class ConnectedVendor implements Vendor {

  private static final Duration AFTER_BREAKAGE = Duration.ofSeconds(30);
  private static final String BY_HAND = "Do it by hand.";

  private final Connector connector;

  public ConnectedVendor(Connector connector) {
    this.connector = connector;
  }

  @Override
  public Look look(Step step, SeatRef seat, SeatSource source) {
    try {
      return connector
          .as(FindsAccount.class)
          .map(finds -> look(step, seat, source, finds.find(seat.account())))
          .orElseGet(() -> new Look.Nowhere(cannot("find accounts"), BY_HAND));
    } catch (RuntimeException e) {
      return new Look.Unreadable(broke(e));
    }
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
      case StepLook.Open _, StepLook.LeavesNoTrace _ -> new Look.There(account.protectedBecause());
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

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, SeatSource source) {
    return ask(
        Captures.class,
        captures -> captures.capture(seat, source, Set.of(step)),
        () -> new CaptureOutcome.Failed(cannot("save the earlier state"), BY_HAND),
        why -> new CaptureOutcome.TryLater(AFTER_BREAKAGE, why));
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, SeatSource source) {
    return switch (step) {
      case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
          ask(
              Deprovisions.class,
              deprovisions -> deprovisions.deprovision(step, seat.account()),
              () -> new RevocationOutcome.CannotBeRevoked(cannot("take the step " + step), BY_HAND),
              why -> new RevocationOutcome.TryLater(AFTER_BREAKAGE, why));
      case FREE_SEAT ->
          ask(
              Revokes.class,
              revokes -> revokes.revoke(seat, source),
              () -> new RevocationOutcome.CannotBeRevoked(cannot("free seats"), BY_HAND),
              why -> new RevocationOutcome.TryLater(AFTER_BREAKAGE, why));
    };
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return ask(
        Restores.class,
        restores -> restores.restore(earlier),
        () -> new RestoreOutcome.NoLongerPossible(cannot("put anything back")),
        why -> new RestoreOutcome.TryLater(AFTER_BREAKAGE, why));
  }

  private <C, A> A ask(
      Class<C> capability,
      Function<C, A> question,
      Supplier<A> otherwise,
      Function<String, A> broken) {
    try {
      return connector.as(capability).map(question).orElseGet(otherwise);
    } catch (RuntimeException e) {
      return broken.apply(broke(e));
    }
  }

  private String cannot(String what) {
    return "a connection of type " + connector.kind() + " cannot " + what;
  }

  /** Without the message, which may quote what was sent. */
  private static String broke(RuntimeException e) {
    return "the connector broke with " + e.getClass().getSimpleName();
  }
}
