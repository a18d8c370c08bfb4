package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known around a candidate at the moment of a decision.
 *
 * @param holder who holds the seat, if HR told us
 * @param asked who answers for it: the holder, or the person who owns a non-human one
 */
public record Circumstances(
    Optional<Holder> holder,
    Optional<Holder> asked,
    Approving approving,
    Policy policy,
    Reach reach,
    Awaited awaited) {

  public static final String UNKNOWN_HOLDER = "HR has not told us who the holder is.";

  /**
   * What the organisation has decided.
   *
   * @param rest how long a seat is left alone that was kept
   * @param budget how much of people's attention may be taken
   * @param holds what stands in the way now; looked up when it is needed
   */
  public record Policy(
      Optional<ApplicationDefined> application,
      CampaignChoice campaign,
      Duration rest,
      AttentionBudget budget,
      Supplier<KnownHolds> holds) {

    boolean restricted() {
      return application.map(ApplicationDefined::restricted).orElse(false);
    }

    /** Only a person can take a seat of it back. */
    boolean byHandOnly() {
      return application.isPresent() && application.get().seats().isEmpty();
    }
  }

  /**
   * Who may decide about it.
   *
   * @param line looked up when it is needed
   * @param insteadOf who stands in for an approver now, and may decide
   * @param hears when the next message to an approver goes out
   */
  public record Approving(
      Supplier<LineOfApprovers> line,
      Function<HolderId, Optional<LineOfApprovers.Approver>> insteadOf,
      ApproverHears hears) {}

  /**
   * Whether and when words reach the one who answers.
   *
   * @param reachable by some channel
   * @param askFrom when the budget of their attention allows the next question
   */
  public record Reach(boolean reachable, Instant askFrom) {}

  /**
   * The question whose answer is awaited.
   *
   * @param reader whose answer, as HR last described them
   * @param deliveredAt when a channel took it; empty when none did, or when it came back
   * @param holderReached whether the same holds for the holder's question, while an approver is
   *     asked; true where the holder was asked nothing
   */
  public record Awaited(
      Optional<Holder> reader, Optional<Instant> deliveredAt, boolean holderReached) {

    static final Awaited NOTHING = new Awaited(Optional.empty(), Optional.empty(), true);

    boolean delivered() {
      return deliveredAt.isPresent();
    }
  }

  LineOfApprovers approvers() {
    return approving.line().get();
  }

  /** Why nobody can be asked, as a sentence. */
  String whyNobody() {
    if (holder.isEmpty()) {
      return UNKNOWN_HOLDER;
    }
    return asked
        .map(
            it ->
                switch (it.status()) {
                  case LEFT -> it.name() + " has left the company.";
                  case ACTIVE, ON_LEAVE -> "No channel reaches " + it.name() + ": " + lacking(it);
                })
        .orElse(holder.get().name() + " is no person, and nobody owns it.");
  }

  /** The next step of a person of operations then. */
  String whatToDoForNobody() {
    boolean addressIsKnown = asked.filter(it -> !isMissing(it)).isPresent();
    return addressIsKnown
        ? "Resume the channel, then resume this one. Or skip it with a reason."
        : "Complete the HR data; it goes on by itself then. Or skip it with a reason.";
  }

  private static boolean isMissing(Holder reader) {
    return reader.status() == Holder.Status.LEFT || reader.email().isEmpty();
  }

  private static String lacking(Holder reader) {
    return reader.email().isPresent()
        ? "all that could are stopped."
        : "HR knows no e-mail address.";
  }

  /** Nobody answers for it: the holder is not known, or is no person and has no owner at work. */
  boolean nobodyAnswers() {
    boolean person = holder.filter(it -> it.kind() == Holder.Kind.PERSON).isPresent();
    return asked.isEmpty()
        || (!person && asked.filter(it -> it.status() == Holder.Status.LEFT).isPresent());
  }
}
