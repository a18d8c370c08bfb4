package dev.reclaim.revocation;

import dev.reclaim.connectors.CaptureOutcome;
import dev.reclaim.connectors.RestoreOutcome;
import dev.reclaim.connectors.RevocationOutcome;
import dev.reclaim.connectors.RevocationOutcome.TryLater.SoFar;
import dev.reclaim.connectors.SavedState;
import dev.reclaim.events.RevocationEvent.Step;
import dev.reclaim.events.SeatRef;
import dev.reclaim.revocation.Gate.Kind;
import dev.reclaim.revocation.Gate.Manner;
import dev.reclaim.revocation.Gate.Pass;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A vendor that is only called when its gate allows it. */
public record GatedVendor(Vendor vendor, Gate gate) implements Vendor {

  @Override
  public Whereabouts find(List<String> names) {
    return through(
        Kind.LOOK,
        () -> vendor.find(names),
        (why, _) -> new Whereabouts.Unreadable(why),
        found -> found instanceof Whereabouts.Unreadable ? Manner.SILENT : Manner.ANSWERED);
  }

  @Override
  public Look look(Step step, SeatRef seat, Place place) {
    return through(
        Kind.LOOK,
        () -> vendor.look(step, seat, place),
        Look.Unreadable::new,
        look -> look instanceof Look.Unreadable ? Manner.SILENT : Manner.ANSWERED);
  }

  /** It follows a look that was answered; that it proves nothing is no silence. */
  @Override
  public Look lookAgain(Step step, SavedState earlier, Place place) {
    return through(
        Kind.LOOK,
        () -> vendor.lookAgain(step, earlier, place),
        Look.Unreadable::new,
        _ -> Manner.ANSWERED);
  }

  @Override
  public CaptureOutcome save(Step step, SeatRef seat, Place place) {
    return through(
        Kind.LOOK,
        () -> vendor.save(step, seat, place),
        (why, after) -> new CaptureOutcome.TryLater(after, why),
        saved -> saved instanceof CaptureOutcome.TryLater ? Manner.SILENT : Manner.ANSWERED);
  }

  @Override
  public RevocationOutcome take(Step step, SeatRef seat, Place place) {
    return through(
        Kind.CHANGE,
        () -> vendor.take(step, seat, place),
        (why, after) -> RevocationOutcome.TryLater.refused(after, why),
        this::mannerOf);
  }

  @Override
  public RestoreOutcome putBack(SavedState earlier) {
    return through(
        Kind.CHANGE,
        () -> vendor.putBack(earlier),
        (why, after) -> new RestoreOutcome.TryLater(after, why),
        outcome -> outcome instanceof RestoreOutcome.TryLater ? Manner.SILENT : Manner.ANSWERED);
  }

  /** "Too many requests" is an answer; whoever else wants to call has to wait as well. */
  private Manner mannerOf(RevocationOutcome outcome) {
    return switch (outcome) {
      case RevocationOutcome.TryLater(Duration after, String _, SoFar soFar) ->
          switch (soFar) {
            case NOTHING -> {
              gate.rest(after);
              yield Manner.ANSWERED;
            }
            case PERHAPS -> Manner.SILENT;
          };
      case RevocationOutcome.Revoked _,
          RevocationOutcome.AlreadyGone _,
          RevocationOutcome.Accepted _,
          RevocationOutcome.CannotBeRevoked _,
          RevocationOutcome.Failed _ ->
          Manner.ANSWERED;
    };
  }

  private <A> A through(
      Kind kind,
      Supplier<A> call,
      BiFunction<String, Duration, A> notNow,
      Function<A, Manner> mannerOf) {
    return switch (gate.enter(kind)) {
      case Pass.NotNow(String why, Duration after) -> notNow.apply(why, after);
      case Pass.Go() -> {
        Manner manner = Manner.SILENT;
        try {
          A answer = call.get();
          manner = mannerOf.apply(answer);
          yield answer;
        } finally {
          gate.leave(kind, manner);
        }
      }
    };
  }
}
