package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.Handling;
import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Keep and Release do, from the holder and from the approver. */
final class WhatAnswersDo {

  private static final String RELEASED = "The holder released the seat.";

  private final Candidate state;
  private final Input.Said said;
  private final Circumstances around;
  private final Instant now;

  private WhatAnswersDo(Candidate state, Input.Said said, Circumstances around, Instant now) {
    this.state = state;
    this.said = said;
    this.around = around;
    this.now = now;
  }

  static Decision to(Candidate state, Input.Said said, Circumstances around, Instant now) {
    if (!state.openPrompts().contains(said.prompt())) {
      return new NoEffect(whyClosed(state));
    }
    WhatAnswersDo answers = new WhatAnswersDo(state, said, around, now);
    return switch (said) {
      case Input.HolderSaid _ -> answers.holder();
      case Input.ApproverSaid _ -> answers.approver();
    };
  }

  private static String whyClosed(Candidate state) {
    return switch (state) {
      case AwaitingRevocation it when it.startedAt().isPresent() ->
          "The seat is being taken back already; it can be given back afterwards.";
      case AwaitingRevocation _ -> "Somebody else has decided meanwhile.";
      case AwaitingUser _, AwaitingApproval _ ->
          "A newer question has taken the place of this one.";
      case AttentionRequired _, Ready _, Held _ -> "Nobody is asked at the moment.";
      case ClosedComplete _ -> "The seat was taken back; it can be given back.";
      case ClosedSkipped it -> "The seat is kept: " + it.why();
      case ClosedCanceled it -> "The seat is kept, since it was used: " + it.why();
    };
  }

  private Decision holder() {
    HolderId asked =
        state instanceof AwaitingUser it
            ? it.asked()
            : around.asked().map(person -> person.id()).orElse(state.file().holder());
    if (state.file().wish().equals(Optional.of(said.answer()))) {
      return new NoEffect("You have said " + word(said.answer()) + " before.");
    }
    Optional<WhatIsMissing> missing = missing();
    if (missing.isPresent()) {
      return new NoEffect(missing.get().why());
    }
    Road road = answered(new Road(around, now, Actor.holder(asked)), asked);
    return switch (state) {
      case AwaitingUser it -> wanted(road, it.wishing(said.answer()));
      case AwaitingApproval it -> again(road, it.wishing(said.answer()));
      case AttentionRequired it -> wanted(road, it.wishing(said.answer()));
      case AwaitingRevocation it ->
          switch (said.answer()) {
            case KEEP ->
                keep(
                    road.calledOff(state, "The holder has changed their mind."),
                    it.wishing(said.answer()));
            case RELEASE -> new NoEffect("It is being released already.");
          };
      case Ready _, Held _, ClosedComplete _, ClosedSkipped _, ClosedCanceled _ ->
          new NoEffect(whyClosed(state));
    };
  }

  private <S extends Candidate & Open & MayApprove & MayAskApprover> Decision wanted(
      Road road, S it) {
    return switch (said.answer()) {
      case KEEP -> keep(road, it);
      case RELEASE ->
          road.agreed(released(road), it, Decided.HOLDER, Optional.of(said.prompt()), RELEASED);
    };
  }

  /** The approver is being asked already; only a Release that needs no approver changes that. */
  private Decision again(Road road, AwaitingApproval it) {
    boolean needsNobody =
        said.answer() == Answer.RELEASE
            && it.file().handling().approval() != Handling.Approval.ALWAYS;
    return needsNobody
        ? released(road).approve(it, Decided.HOLDER, Optional.of(said.prompt()), RELEASED)
        : road.moved(it);
  }

  private <S extends Candidate & Open & MayAskApprover> Decision keep(Road road, S it) {
    return switch (it.file().handling().approval()) {
      case NEVER -> {
        String why = withComment("The holder keeps the seat.");
        yield road.closed(it.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
      }
      case ON_KEEP, ALWAYS -> road.askApprover(it, "The holder wants to keep the seat.");
    };
  }

  private Road released(Road road) {
    return road.ground("holder-answer", withComment(RELEASED));
  }

  private Road answered(Road road, HolderId asked) {
    return road.said(
        new HolderAnswered(
            state.file().candidate(),
            state.file().holder(),
            Actor.holder(asked),
            "The holder said " + word(said.answer()) + ".",
            said.answer(),
            said.comment(),
            further()));
  }

  private Optional<WhatIsMissing> missing() {
    return WhatIsMissing.in(
        around.policy().campaign().plan(), said.answer(), said.comment(), further());
  }

  private List<ConsentEvent.Further> further() {
    return said instanceof Input.HolderSaid it ? it.further() : List.of();
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case KEEP -> "Keep";
      case RELEASE -> "Release";
    };
  }

  private Decision approver() {
    return switch (state) {
      case AwaitingApproval it
          when it.prompt().equals(said.prompt())
              && around.approvers().barred().contains(it.approver()) ->
          new NoEffect(
              "Whoever answers for the holder, or stands in for them, does not decide about the"
                  + " seat.");
      case AwaitingApproval it when it.prompt().equals(said.prompt()) -> approverOpen(it);
      case AwaitingRevocation it when it.decided() == Decided.APPROVER -> approverAgain(it);
      case AwaitingApproval _,
          AwaitingRevocation _,
          AttentionRequired _,
          Ready _,
          AwaitingUser _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new NoEffect(whyClosed(state));
    };
  }

  private Decision approverOpen(AwaitingApproval it) {
    Road road = decided(it.approver());
    return switch (said.answer()) {
      case KEEP -> {
        String why = withComment("The approver decided that the seat is kept.");
        yield road.closed(it.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
      }
      case RELEASE ->
          road.ground("approver-answer", withComment("The approver released the seat."))
              .approve(
                  it,
                  Decided.APPROVER,
                  Optional.of(said.prompt()),
                  "The approver released the seat.");
    };
  }

  private Decision approverAgain(AwaitingRevocation it) {
    return switch (said.answer()) {
      case RELEASE -> new NoEffect("You have said Release before.");
      case KEEP -> {
        String why = withComment("The approver has changed their mind: the seat is kept.");
        HolderId approver = it.decider().orElse(it.file().holder());
        yield decided(approver)
            .calledOff(state, why)
            .closed(it.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
      }
    };
  }

  private Road decided(HolderId approver) {
    Actor by = Actor.approver(approver);
    return new Road(around, now, by)
        .said(
            new ManagerAnswered(
                state.file().candidate(),
                state.file().holder(),
                by,
                "The approver said " + word(said.answer()) + ".",
                approver,
                said.answer(),
                said.comment()));
  }

  private String withComment(String sentence) {
    return said.comment().map(comment -> sentence + " “" + comment + "”").orElse(sentence);
  }
}
