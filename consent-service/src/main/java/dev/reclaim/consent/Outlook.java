package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.util.Optional;

/**
 * What lies ahead of a candidate, by the names of the words that say it. It follows what the
 * deciders do: {@link Silence} and {@link Road}.
 */
public final class Outlook {

  private Outlook() {}

  /** After an answer that counted. */
  public static String after(Candidate next) {
    return switch (next) {
      case AwaitingApproval it when it.file().wish().equals(Optional.of(Answer.RELEASE)) ->
          "done.Agreeing";
      case AwaitingRevocation _, AwaitingApproval _, AttentionRequired _, ClosedSkipped _ ->
          "done." + next.getClass().getSimpleName();
      case Ready _, AwaitingUser _, Held _, ClosedComplete _, ClosedCanceled _ -> "done.other";
    };
  }

  /** To the holder of a seat that was found, while nobody is asked yet. */
  public static String of(Ready noticed, Optional<ApplicationDefined> application) {
    Handling handling = noticed.file().handling();
    if (handling.mode() == Handling.Mode.OBSERVE) {
      return "me.noticed-observed";
    }
    boolean asksNobody =
        handling.asking().ask() == Handling.Ask.NOBODY
            || application.filter(ApplicationDefined::restricted).isPresent();
    return asksNobody ? "me.noticed-unasked" : "me.noticed";
  }

  /** When no approver says a word. */
  public static String ofSilentApprovers(CaseFile file) {
    return switch (file.handling().asking().silence()) {
      case KEEP, ASK_APPROVER -> "silence-keep";
      case PARK -> "silence-park";
      case RELEASE -> {
        if (file.wish().equals(Optional.of(Answer.KEEP))) {
          yield "silence-keep";
        }
        yield file.handling().mode() == Handling.Mode.ENFORCE ? "silence-release" : "silence-park";
      }
    };
  }

  /** When the holder, or who answers for them, says no word. */
  static String ofSilentHolder(Handling handling) {
    return switch (handling.asking().silence()) {
      case KEEP -> "silence-keep";
      case ASK_APPROVER -> "silence-ask";
      case PARK -> "silence-park";
      case RELEASE ->
          switch (handling.mode()) {
            case OBSERVE, ASK -> "silence-keep";
            case ENFORCE ->
                handling.approval() == Handling.Approval.ALWAYS ? "silence-ask" : "silence-release";
          };
    };
  }
}
