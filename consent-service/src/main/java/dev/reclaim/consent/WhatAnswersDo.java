package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent.HolderAnswered;
import dev.reclaim.events.ConsentEvent.ManagerAnswered;
import dev.reclaim.events.HolderId;
import java.time.Instant;
import java.util.Optional;

/** What Keep and Release do, from the holder and from the approver. */
final class WhatAnswersDo {

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
    Road road = new Road(around, now, Actor.holder(asked));
    return switch (state) {
      case AwaitingUser it -> holderOpen(road, it);
      case AwaitingApproval it -> holderAgain(road, it);
      case AttentionRequired it -> holderAgain(road, it);
      case AwaitingRevocation it ->
          switch (said.answer()) {
            case KEEP ->
                answered(road, asked)
                    .calledOff(state, "The holder has changed their mind.")
                    .askApprover(it, "The holder wants to keep the seat.");
            case RELEASE -> new NoEffect("You have said Release before.");
          };
      case Ready _, Held _, ClosedComplete _, ClosedSkipped _, ClosedCanceled _ ->
          new NoEffect(whyClosed(state));
    };
  }

  private Decision holderOpen(Road road, AwaitingUser it) {
    answered(road, it.asked());
    return switch (said.answer()) {
      case KEEP -> road.askApprover(it, "The holder wants to keep the seat.");
      case RELEASE -> released(road, it);
    };
  }

  private Decision holderAgain(Road road, MayApprove it) {
    return switch (said.answer()) {
      case KEEP -> new NoEffect("You have said Keep before.");
      case RELEASE -> released(answered(road, it.file().holder()), it);
    };
  }

  private Decision released(Road road, MayApprove it) {
    return road.ground("holder-answer", withComment("The holder released the seat."))
        .approve(it, Decided.HOLDER, Optional.of(said.prompt()), "The holder released the seat.");
  }

  private Road answered(Road road, HolderId asked) {
    return road.said(
        new HolderAnswered(
            state.file().candidate(),
            state.file().holder(),
            Actor.holder(asked),
            said.answer() == Answer.KEEP ? "The holder said Keep." : "The holder said Release.",
            said.answer(),
            said.comment()));
  }

  private Decision approver() {
    return switch (state) {
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
                said.answer() == Answer.KEEP
                    ? "The approver said Keep."
                    : "The approver said Release.",
                approver,
                said.answer(),
                said.comment()));
  }

  private String withComment(String sentence) {
    return said.comment().map(comment -> sentence + " “" + comment + "”").orElse(sentence);
  }
}
