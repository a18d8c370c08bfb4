package dev.reclaim.revocation;

import dev.reclaim.connectors.AccountId;
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
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final LooksBehindConnector looks;

  public ConnectedVendor(Connector connector) {
    this.connector = connector;
    this.looks = new LooksBehindConnector(connector);
  }

  /** Two names of one account are one account; two accounts are nobody's in particular. */
  @Override
  public Whereabouts find(List<String> names) {
    try {
      return connector
          .as(FindsAccount.class)
          .map(finds -> find(finds, names))
          .orElseGet(() -> new Whereabouts.Nowhere(cannot("find accounts"), BY_HAND));
    } catch (RuntimeException e) {
      return new Whereabouts.Unreadable(broke(e));
    }
  }

  private static Whereabouts find(FindsAccount finds, List<String> names) {
    Map<AccountId, String> found = new LinkedHashMap<>();
    for (String name : names) {
      switch (finds.find(name)) {
        case AccountLook.Found account -> found.putIfAbsent(account.id(), name);
        case AccountLook.NotFound() -> {}
        case AccountLook.Ambiguous(int count) -> {
          return new Whereabouts.Nowhere(
              "%d accounts go by %s".formatted(count, name), "Make the name unique.");
        }
        case AccountLook.CannotTell(String why) -> {
          return new Whereabouts.Unreadable(why);
        }
      }
    }
    return switch (found.size()) {
      case 0 ->
          new Whereabouts.Nowhere(
              "no account goes by any of " + names, "Correct the holder, or close it by hand.");
      case 1 -> new Whereabouts.Known(found.values().iterator().next());
      default ->
          new Whereabouts.Nowhere(
              "different accounts go by " + found.values(),
              "Find out which is the holder's, and correct the other's names.");
    };
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    try {
      return looks.look(step, at(seat, place), place.source());
    } catch (RuntimeException e) {
      return new Look.Unreadable(broke(e));
    }
  }

  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    try {
      return looks.lookAgain(step, earlier, place.source());
    } catch (RuntimeException e) {
      return new Look.Unreadable(broke(e));
    }
  }

  /** Of what cannot be undone there is nothing to save. */
  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    if (!canBeUndone(step)) {
      return new CaptureOutcome.Saved(new SavedState(connector.kind(), Set.of(), Map.of()));
    }
    return ask(
        Captures.class,
        captures -> captures.capture(at(seat, place), place.source(), Set.of(step)),
        () -> new CaptureOutcome.Failed(cannot("save the earlier state"), BY_HAND),
        why -> new CaptureOutcome.TryLater(AFTER_BREAKAGE, why));
  }

  private boolean canBeUndone(Step step) {
    return switch (step) {
      case DISABLE_ACCOUNT, FREE_SEAT -> true;
      case END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
          connector
              .as(Deprovisions.class)
              .map(deprovisions -> deprovisions.steps().get(step))
              .map(effect -> effect.canBeUndone())
              .orElse(true);
    };
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    return switch (step) {
      case DISABLE_ACCOUNT, END_SESSIONS, REVOKE_TOKENS, LEAVE_GROUPS ->
          ask(
              Deprovisions.class,
              deprovisions -> deprovisions.deprovision(step, place.account()),
              () -> new RevocationOutcome.CannotBeRevoked(cannot("take the step " + step), BY_HAND),
              why -> new RevocationOutcome.TryLater(AFTER_BREAKAGE, why));
      case FREE_SEAT ->
          ask(
              Revokes.class,
              revokes -> revokes.revoke(at(seat, place), place.source()),
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

  private static SeatRef at(SeatRef seat, Place place) {
    return new SeatRef(
        seat.id(), seat.holder(), seat.application(), seat.tier(), place.account(), seat.via());
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
