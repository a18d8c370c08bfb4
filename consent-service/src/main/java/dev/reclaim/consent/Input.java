package dev.reclaim.consent;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.CandidateEvent.CandidateWithdrawn;
import dev.reclaim.events.ConsentEvent.Further;
import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.RevocationEvent.RevocationCanceled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a candidate; the passing of time is one of them. */
public sealed interface Input {

  /** What other services found out. May come in any order, and more than once. */
  sealed interface Fact extends Input {}

  /** A person answers a question. */
  sealed interface Said extends Input {
    PromptId prompt();

    Answer answer();

    Optional<String> comment();
  }

  /** A person of operations steps in. */
  sealed interface Order extends Input {
    /** The login of who does it. */
    String by();

    default Actor actor() {
      return Actor.operator(by());
    }
  }

  record Found(CandidateFound found) implements Fact {}

  record Withdrawn(CandidateWithdrawn.Cause cause, String why) implements Fact {}

  record HoldPlaced(String why, Optional<Instant> until) implements Fact {}

  record HoldLifted(String why) implements Fact {}

  /** The call to the outside system is about to be made. */
  record RevocationStarted(Instant at) implements Fact {}

  record RevocationVerified(String why, Instant restorableUntil) implements Fact {}

  record RevocationFailed(String why, String whatToDo) implements Fact {}

  record RevocationStopped(RevocationCanceled.Cause cause, String why) implements Fact {}

  record RevocationRestored(Instant at) implements Fact {}

  /** An application's definition is new; its owner may be another one. */
  record ApplicationChanged(ApplicationId application) implements Input {}

  /** The campaign with which the holder is to be asked is new, or published, or over. */
  record CampaignChanged(CampaignName campaign) implements Input {}

  /**
   * From now on somebody decides in the place of another.
   *
   * @param forWhom the approver
   */
  record StandInBegins(HolderId forWhom) implements Input {}

  /** Somebody's profile is new: the holder's own, or that of the one who was asked. */
  record HolderChanged(HolderId who, Holder.Status status) implements Input {}

  /**
   * The holder answers, or who answers for a non-human one.
   *
   * @param further the answers to the campaign's other questions
   */
  record HolderSaid(PromptId prompt, Answer answer, Optional<String> comment, List<Further> further)
      implements Said {

    public HolderSaid {
      further = List.copyOf(further);
    }

    public HolderSaid(PromptId prompt, Answer answer, Optional<String> comment) {
      this(prompt, answer, comment, List.of());
    }
  }

  record ApproverSaid(PromptId prompt, Answer answer, Optional<String> comment) implements Said {}

  record DeadlinePassed() implements Input {}

  /** A question is about to leave for the first time, or once more since it came back. */
  record QuestionLeaves(PromptId prompt) implements Input {}

  /** A question will not reach its reader by any channel. */
  record Undeliverable(PromptId prompt, String why) implements Input {}

  /** Sets a waiting candidate on its road, or again after a trouble. */
  record Reclaim(String by, Optional<String> reason) implements Order {
    public Reclaim(String by) {
      this(by, Optional.empty());
    }
  }

  /** The trouble is repaired, or the hold is over. */
  record Resume(String by, Optional<String> reason) implements Order {
    public Resume(String by) {
      this(by, Optional.empty());
    }
  }

  record Skip(String by, String reason) implements Order {}

  /**
   * A person took the seat back in an application that only a person can reach.
   *
   * @param proof what shows it: the number of a ticket, the address of a picture
   */
  record CloseComplete(String by, String note, String proof) implements Order {}

  record Snooze(String by, Instant until, Optional<String> reason) implements Order {
    public Snooze(String by, Instant until) {
      this(by, until, Optional.empty());
    }
  }

  /**
   * Somebody else decides.
   *
   * @param approver as the people table knows them now
   */
  record Reassign(String by, Holder approver, Optional<String> reason) implements Order {
    public Reassign(String by, Holder approver) {
      this(by, approver, Optional.empty());
    }
  }
}
