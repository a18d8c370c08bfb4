package dev.reclaim.consent;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Ask;
import dev.reclaim.consent.Decision.Kind;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.Remind;
import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.ConsentEvent.HolderAsked;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.ConsentEvent.Reminded;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The stretches of the road that more than one input leads onto, with what is said on the way. */
final class Road {

  static final Actor US = Actor.system("consent-service");

  private final Circumstances around;
  private final Instant now;
  private final Actor by;
  private final List<ConsentEvent.AboutCandidate> said = new ArrayList<>();
  private final List<Reason> grounds = new ArrayList<>();

  Road(Circumstances around, Instant now, Actor by) {
    this.around = around;
    this.now = now;
    this.by = by;
  }

  Actor by() {
    return by;
  }

  /** Something that is to be said before the next step. */
  Road said(ConsentEvent.AboutCandidate event) {
    said.add(event);
    return this;
  }

  /** What the outside system's log should name as a ground, besides the rule's own reasons. */
  Road ground(String code, String sentence) {
    grounds.add(new Reason(code, sentence));
    return this;
  }

  static CandidateReady ready(Ready ready, Actor by) {
    return new CandidateReady(ready.file().candidate(), ready.file().holder(), by, ready.why());
  }

  Moved ready(Ready next) {
    return moved(next, ready(next, by));
  }

  /**
   * From the desk onto the road that rule and application want.
   *
   * @param who by whose word a seat is taken of which nobody is asked
   */
  Moved start(Ready ready, Decided who, String why) {
    if (policy().restricted()) {
      String restricted =
          policy().application().orElseThrow().title()
              + " is restricted: nobody keeps it without a reason.";
      return ground("restricted", restricted).withoutAsking(ready, who, restricted);
    }
    return switch (ready.file().handling().asking().ask()) {
      case HOLDER -> askHolder(ready, why);
      case NOBODY -> withoutAsking(ready, who, why);
    };
  }

  private Moved withoutAsking(Ready ready, Decided who, String why) {
    boolean byItself = who == Decided.RULE;
    return switch (ready.file().handling().mode()) {
      case OBSERVE -> ready(Ready.now(ready.file(), "The rule only observes."));
      case ASK ->
          byItself
              ? ready(
                  Ready.now(
                      ready.file(),
                      "Nobody is asked, and the rule takes nothing by itself: an operator decides."))
              : agreed(said(ready(ready, by)), ready, who, Optional.empty(), why);
      case ENFORCE -> agreed(said(ready(ready, by)), ready, who, Optional.empty(), why);
    };
  }

  /** Takes it back, after the approver where the rule wants their word in any case. */
  <S extends MayApprove & MayAskApprover> Moved agreed(
      Road road, S from, Decided who, Optional<PromptId> changeableBy, String why) {
    return switch (from.file().handling().approval()) {
      case ALWAYS -> road.askApprover(from, why + " The rule wants the approver to agree.");
      case ON_KEEP, NEVER -> road.approve(from, who, changeableBy, why);
    };
  }

  /** Asks the holder now, if there is somebody who can be asked, and the time is right. */
  Moved askHolder(Ready ready, String why) {
    if (ready.file().handling().mode() == Handling.Mode.OBSERVE) {
      return ready(Ready.now(ready.file(), "The rule only observes."));
    }
    if (policy().campaign() instanceof CampaignChoice.AsksNobody no) {
      said(ready(ready, by));
      return attention(
          ready.noCampaign(
              no.why(),
              "Publish the campaign; it goes on by itself then. Or skip it with a reason."));
    }
    if (around.asked().isEmpty()) {
      said(ready(ready, by));
      return nobodyToAsk(ready::nobodyToAsk);
    }
    Holder asked = around.asked().get();
    return switch (asked.status()) {
      case LEFT -> said(ready(ready, by)).nobodyToAsk(ready::nobodyToAsk);
      case ON_LEAVE ->
          ready(
              Ready.untilBack(
                  ready.file(), asked.name() + " is on leave and is asked when they are back."));
      case ACTIVE -> askAtTheRightTime(ready, asked, why);
    };
  }

  private Moved askAtTheRightTime(Ready ready, Holder asked, String why) {
    if (!around.reach().reachable()) {
      said(ready(ready, by));
      return nobodyToAsk(ready::nobodyToAsk);
    }
    Instant start = policy().campaign().plan().timing().start().orElse(now);
    if (start.isAfter(now)) {
      return ready(Ready.until(ready.file(), "The campaign has not begun yet.", start));
    }
    Instant free = around.reach().askFrom();
    if (free.isAfter(now)) {
      return ready(
          Ready.until(
              ready.file(),
              asked.name()
                  + " is asked later: not more often than people shall be asked, and not outside"
                  + " their working hours.",
              free));
    }
    said(ready(ready, by));
    return ask(ready, asked, why);
  }

  private Moved ask(Ready ready, Holder asked, String why) {
    AwaitingUser next = ready.askHolder(new SetsDeadlines(policy()).holder(ready, asked, now));
    said(
        new HolderAsked(
            next.file().candidate(), next.file().holder(), by, why, next.prompt(), next.until()));
    return new Moved(
        next, said, List.of(new Ask(next.prompt(), Kind.HOLDER, next.asked(), next.until(), now)));
  }

  /** Attention, with why nobody can be asked and what to do about it. */
  Moved nobodyToAsk(BiFunction<String, String, AttentionRequired> from) {
    return attention(from.apply(around.whyNobody(), around.whatToDoForNobody()));
  }

  /** Asks whoever decides: the first in line whom nobody has passed over. */
  Moved askApprover(MayAskApprover from, String why) {
    LineOfApprovers line = around.approvers();
    return line.next(from.file())
        .map(next -> askApprover(from, next, why))
        .orElseGet(() -> attention(from.noApprover(line.why(), line.whatToDo())));
  }

  /** Asks whoever decides, if there is somebody by now. */
  Decision tryApprover(AttentionRequired from) {
    return around.approvers().next(from.file()).isPresent()
        ? askApprover(from, "Who decides is known now.")
        : new Decision.NoEffect("there is still nobody who may decide");
  }

  Moved askApprover(MayAskApprover from, LineOfApprovers.Approver approver, String why) {
    AwaitingApproval next =
        from.askApprover(new SetsDeadlines(policy()).approver(from.file(), approver));
    said(
        new ManagerAsked(
            next.file().candidate(),
            next.file().holder(),
            by,
            why,
            next.approver(),
            next.prompt(),
            next.until()));
    return new Moved(
        next,
        said,
        List.of(
            new Ask(
                next.prompt(),
                Kind.APPROVER,
                next.approver(),
                next.until(),
                approver.hearsFrom())));
  }

  /** Tells somebody once more. */
  Moved remind(Candidate next, Kind kind, Pending pending) {
    said(
        new Reminded(
            next.file().candidate(),
            next.file().holder(),
            by,
            "No answer has come yet.",
            pending.who(),
            pending.prompt(),
            pending.until()));
    return new Moved(
        next, said, List.of(), Optional.of(new Remind(pending.prompt(), kind, pending.who())));
  }

  Moved attention(AttentionRequired next) {
    return moved(
        next,
        new CandidateNeedsAttention(
            next.file().candidate(), next.file().holder(), by, next.why(), next.whatToDo()));
  }

  /** Nobody has to be asked any more. */
  Moved approve(MayApprove from, Decided decided, Optional<PromptId> changeableBy, String why) {
    CandidateFound found = from.file().found();
    List<Reason> justification = new ArrayList<>(found.reasons());
    justification.addAll(grounds);
    return moved(
        from.approve(decided, changeableBy, now),
        new RevocationApproved(
            found.candidate(),
            found.seat(),
            found.rule(),
            found.ruleVersion(),
            found.handling().taking(),
            by,
            why,
            justification,
            found.handling().useCancels() ? Optional.of(found.asOf()) : Optional.empty()));
  }

  Road calledOff(Candidate state, String why) {
    return state instanceof AwaitingRevocation
        ? said(new RevocationCalledOff(state.file().candidate(), state.file().holder(), by, why))
        : this;
  }

  Moved moved(Candidate next, ConsentEvent.AboutCandidate... events) {
    said.addAll(List.of(events));
    return new Moved(next, said, List.of());
  }

  /** The end, one way or another; what was kept is left alone for a while. */
  Moved closed(Candidate end, ConsentEvent.CandidateClosed.Outcome outcome, String why) {
    Candidate next =
        end instanceof ClosedSkipped kept ? kept.resting(now.plus(policy().rest())) : end;
    CandidateFound found = next.file().found();
    return moved(
        next,
        new ConsentEvent.CandidateClosed(
            found.candidate(),
            found.seat(),
            by,
            why,
            outcome,
            found.rule(),
            next instanceof ClosedSkipped kept ? kept.restsUntil() : Optional.empty(),
            next instanceof ClosedComplete done ? done.proof() : Optional.empty()));
  }

  private Circumstances.Policy policy() {
    return around.policy();
  }
}
