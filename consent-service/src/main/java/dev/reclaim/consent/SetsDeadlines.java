package dev.reclaim.consent;

import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Until when an answer is awaited, and when somebody is reminded, in their own time. */
record SetsDeadlines(Circumstances.Policy policy) {

  /** As the campaign says, else the rule; not beyond the campaign's own end. */
  Pending holder(Ready ready, Holder asked, Instant now) {
    Instant until = notBeyondTheCampaign(fullTerm(ready.file(), asked, now));
    return pending(ready.file(), asked, now, until);
  }

  /** The end of a holder's time that began when a channel took the question. */
  Optional<Instant> fullTerm(CaseFile file, Circumstances.Awaited question) {
    return question
        .reader()
        .flatMap(reader -> question.deliveredAt().map(at -> fullTerm(file, reader, at)));
  }

  private Instant fullTerm(CaseFile file, Holder asked, Instant from) {
    return WorkingTime.of(asked)
        .after(timing().answerWithin().orElse(file.handling().asking().answerWithin()), from);
  }

  Instant notBeyondTheCampaign(Instant until) {
    return timing().expires().filter(end -> end.isBefore(until)).orElse(until);
  }

  /** The same for an approver, who has as long as the rule says. */
  Optional<Instant> approversTerm(CaseFile file, Circumstances.Awaited question) {
    return question
        .reader()
        .flatMap(
            reader ->
                question
                    .deliveredAt()
                    .map(
                        at ->
                            WorkingTime.of(reader)
                                .after(file.handling().asking().answerWithin(), at)));
  }

  /** The holder's time, and their reminders, if the question leaves at this moment. */
  Pending leaving(AwaitingUser asked, Holder reader, Instant at) {
    Instant until = notBeyondTheCampaign(fullTerm(asked.file(), reader, at));
    return leaving(asked.pending(), reader, at, until);
  }

  /** The same for an approver. */
  Pending leaving(AwaitingApproval asked, Holder reader, Instant at) {
    Instant until =
        WorkingTime.of(reader).after(asked.file().handling().asking().answerWithin(), at);
    return leaving(asked.pending(), reader, at, until);
  }

  private Pending leaving(Pending asked, Holder reader, Instant at, Instant until) {
    return new Pending(asked.who(), asked.prompt(), until, reminders(reader, at, until));
  }

  private List<Instant> reminders(Holder reader, Instant from, Instant until) {
    return policy.budget().reminders(timing().remindDaysBefore(), reader, from, until);
  }

  /** The time runs from when the message goes out, not from when it was written. */
  Pending approver(CaseFile file, LineOfApprovers.Approver approver) {
    Instant hears = approver.hearsFrom();
    Instant until =
        WorkingTime.of(approver.person()).after(file.handling().asking().answerWithin(), hears);
    return pending(file, approver.person(), hears, until);
  }

  private Pending pending(CaseFile file, Holder reader, Instant from, Instant until) {
    return new Pending(
        reader.id(), file.nextPrompt(reader.id()), until, reminders(reader, from, until));
  }

  private CampaignPlan.Timing timing() {
    return policy.campaign().plan().timing();
  }
}
