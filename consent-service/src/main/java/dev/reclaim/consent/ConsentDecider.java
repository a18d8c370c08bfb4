package dev.reclaim.consent;

import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.consent.Decision.TooEarly;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an input does to a candidate: state, input and time in; state, events and questions
 * out. It never fails: what does not fit is answered with the reason.
 *
 * <p>Facts from other services may come in any order; the end is the same. The later in this list,
 * the stronger: failed, held, reason or seat gone, used, verified.
 */
public final class ConsentDecider {

  private ConsentDecider() {}

  /** Decides about a candidate that may not be known yet. */
  public static Decision decide(
      Optional<Candidate> state, Input input, Circumstances around, Instant now) {
    if (state.isPresent()) {
      return decide(state.get(), input, around, now);
    }
    return input instanceof Input.Found found ? begin(found.found(), around, now) : unknown(input);
  }

  /** What becomes of an input to a candidate of which nothing is known but its name. */
  static Decision unknown(Input input) {
    return switch (input) {
      case Input.Fact _ -> new TooEarly("the candidate itself is not known yet");
      case Input.HolderChanged _,
          Input.Said _,
          Input.DeadlinePassed _,
          Input.QuestionLeaves _,
          Input.Undeliverable _,
          Input.ApplicationChanged _,
          Input.CampaignChanged _,
          Input.StandInBegins _,
          Input.Order _ ->
          new NoEffect("this candidate is not known");
    };
  }

  private static Decision decide(Candidate state, Input input, Circumstances around, Instant now) {
    return switch (input) {
      case Input.Fact fact -> WhatFactsDo.to(state, fact, around, now);
      case Input.Said said -> WhatAnswersDo.to(state, said, around, now);
      case Input.DeadlinePassed _ -> WhatTimeDoes.to(state, around, now);
      case Input.QuestionLeaves it -> WhatTimeDoes.whenLeaving(state, it.prompt(), around, now);
      case Input.Undeliverable it -> WhatBouncesDo.to(state, it, around, now);
      case Input.CampaignChanged _ -> WhatPolicyDoes.campaign(state, around, now);
      case Input.ApplicationChanged _ -> WhatPolicyDoes.application(state, around, now);
      case Input.StandInBegins it -> WhatStandInsDo.to(state, it, around, now);
      case Input.HolderChanged changed -> WhatPeopleDo.to(state, changed, around, now);
      case Input.Order order -> WhatOperatorsDo.to(state, order, around, now);
    };
  }

  private static Moved begin(CandidateFound found, Circumstances around, Instant now) {
    Ready ready = Ready.now(CaseFile.of(found), found.reasons().getFirst().sentence());
    String why =
        switch (found.handling().asking().ask()) {
          case HOLDER -> ready.why();
          case NOBODY -> "Nobody has to be asked under the rule " + found.rule() + ".";
        };
    return new Road(around, now, Road.US).start(ready, AwaitingRevocation.Decided.RULE, why);
  }
}
